package city.xueliang.feeds.simulate.city;

import city.xueliang.feeds.simulate.chance.Randomness;
import java.util.ArrayList;
import java.util.List;

/**
 * Invented names of streets and communities: no two are the same until all pairs were given out.
 */
final class PlaceNames {
  private static final String[] FIRST =
      ("东 dong,西 xi,南 nan,北 bei,青 qing,金 jin,银 yin,文 wen,康 kang,乐 le,兴 xing,和 he,祥 xiang,"
              + "福 fu,新 xin,长 chang,平 ping,安 an,明 ming,永 yong,上 shang,下 xia,大 da,小 xiao,"
              + "清 qing,玉 yu,双 shuang,红 hong,前 qian,后 hou")
          .split(",");
  private static final String[] SECOND =
      ("川 chuan,桥 qiao,关 guan,湾 wan,坪 ping,园 yuan,泉 quan,岭 ling,台 tai,滩 tan,河 he,峡 xia,"
              + "林 lin,门 men,原 yuan,沟 gou,山 shan,营 ying,庄 zhuang,堡 bao,寨 zhai,塘 tang,"
              + "坡 po,田 tian,洼 wa,峰 feng,江 jiang,宁 ning,华 hua,昌 chang,盛 sheng,丰 feng,"
              + "城 cheng,街 jie,楼 lou,苑 yuan,柳 liu,杨 yang,松 song,石 shi")
          .split(",");

  private final List<Name> names = new ArrayList<>();
  private int given;

  PlaceNames(Randomness random) {
    for (String first : FIRST) {
      for (String second : SECOND) {
        names.add(Name.of(first, second));
      }
    }
    random.shuffle(names);
  }

  /** A name without the word for what it names. */
  record Name(String zh, String en) {
    private static Name of(String first, String second) {
      String[] head = first.split(" ", 2);
      String[] tail = second.split(" ", 2);
      String pinyin = head[1] + tail[1];
      return new Name(
          head[0] + tail[0], Character.toUpperCase(pinyin.charAt(0)) + pinyin.substring(1));
    }
  }

  Name next() {
    return names.get(given++ % names.size());
  }
}
