package city.xueliang.notify.config;

/** The types of channels, as the file names them. */
enum ChannelType {
  WEBHOOK,
  DINGTALK,
  WECOM,
  FEISHU,
  MAIL
}
