package city.xueliang.notify.channel;

import city.xueliang.notify.config.ChannelConfig;
import city.xueliang.notify.config.Secret;
import city.xueliang.notify.config.Target;
import java.time.Clock;
import java.util.List;

/** Opens the channels of the configuration. */
public final class Channels {
  private Channels() {}

  /** The channel, whose outcomes show none of its secrets. */
  public static Channel open(ChannelConfig config, Clock clock) {
    Channel channel =
        config.target() instanceof Target.Mail mail
            ? new MailChannel(config.id(), mail, config.timeout(), clock)
            : new HttpChannel(form((Target.Http) config.target()), config.timeout(), clock);
    List<Secret> secrets = config.target().secrets();
    return message -> channel.send(message).fitForLog(secrets);
  }

  private static HttpForm form(Target.Http target) {
    return switch (target.kind()) {
      case WEBHOOK -> new WebhookForm(target.uri(), target.secret().orElseThrow());
      case DINGTALK -> new DingTalkForm(target.uri(), target.secret());
      case WECOM -> new WeComForm(target.uri());
      case FEISHU -> new FeishuForm(target.uri(), target.secret());
    };
  }
}
