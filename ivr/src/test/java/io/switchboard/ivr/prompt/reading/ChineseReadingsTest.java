package io.switchboard.ivr.prompt.reading;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ChineseReadingsTest {
  @TestFactory
  Stream<DynamicTest> saidAsAPersonSaysIt() {
    return Expectations.tests("zh", """
        text      | 张伟                 | 张伟
        digits    | 10086                | 幺 零 零 八 六
        digits    | +86 139-1234         | 八 六 幺 三 九 幺 二 三 四
        digits    | １２号                | ! it has letters other than A to Z
        digits    | b7                   | B 七
        number    | 0                    | 零
        number    | 2                    | 二
        number    | 10                   | 十
        number    | 11                   | 十一
        number    | 20                   | 二十
        number    | 22                   | 二十二
        number    | 100                  | 一百
        number    | 101                  | 一百零一
        number    | 110                  | 一百一十
        number    | 111                  | 一百一十一
        number    | 200                  | 二百
        number    | 222                  | 二百二十二
        number    | 1000                 | 一千
        number    | 1001                 | 一千零一
        number    | 1010                 | 一千零一十
        number    | 1100                 | 一千一百
        number    | 2000                 | 两千
        number    | 2200                 | 两千二百
        number    | 2002                 | 两千零二
        number    | 10000                | 一万
        number    | 10001                | 一万零一
        number    | 10010                | 一万零一十
        number    | 12034                | 一万二千零三十四
        number    | 20000                | 两万
        number    | 22000                | 两万二千
        number    | 20020                | 两万零二十
        number    | 100000               | 十万
        number    | 101000               | 十万一千
        number    | 100100               | 十万零一百
        number    | 110000               | 十一万
        number    | 120000               | 十二万
        number    | 1005000              | 一百万五千
        number    | 1000500              | 一百万零五百
        number    | 10005000             | 一千万五千
        number    | 10010000             | 一千零一万
        number    | 20000000             | 两千万
        number    | 22000000             | 两千二百万
        number    | 100000000            | 一亿
        number    | 100000010            | 一亿零一十
        number    | 100100000            | 一亿零一十万
        number    | 100005000            | 一亿零五千
        number    | 105000000            | 一亿零五百万
        number    | 1100000              | 一百一十万
        number    | 1000100000           | 十亿零一十万
        number    | 110000000            | 一亿一千万
        number    | 200000000            | 两亿
        number    | 220000000            | 两亿二千万
        number    | 1000000000           | 十亿
        number    | 1050000005           | 十亿五千万零五
        number    | 202002020202         | 两千零二十亿零二百零二万零二百零二
        number    | 1000000000000        | 一万亿
        number    | 1000000000005        | 一万亿零五
        number    | 1234567890123        | 一万二千三百四十五亿六千七百八十九万零一百二十三
        number    | 2000010000000        | 两万亿一千万
        number    | 100000000000000      | 一百万亿
        number    | -7                   | 负七
        number    | 3.14                 | 三点一四
        number    | 0.05                 | 零点零五
        number    | 2.5                  | 二点五
        number    | 2000.20              | 两千点二
        count     | 2                    | 两
        count     | -2                   | 负两
        count     | 12                   | 十二
        count     | 102                  | 一百零二
        count     | 2.5                  | 二点五
        ordinal   | 1                    | 第一
        ordinal   | 2                    | 第二
        ordinal   | 23                   | 第二十三
        ordinal   | 2000                 | 第二千
        money:CNY | 12034.50             | 一万二千零三十四元五角
        money:CNY | 0                    | 零元
        money:CNY | 2                    | 两元
        money:CNY | 10                   | 十元
        money:CNY | 10.05                | 十元零五分
        money:CNY | 10.02                | 十元零二分
        money:CNY | 10.50                | 十元五角
        money:CNY | 10.55                | 十元五角五分
        money:CNY | 2.22                 | 两元两角两分
        money:CNY | 0.50                 | 五角
        money:CNY | 0.20                 | 两角
        money:CNY | 0.05                 | 五分
        money:CNY | 0.02                 | 两分
        money:CNY | 102                  | 一百零二元
        money:CNY | 20000                | 两万元
        money:CNY | -3.5                 | 负三元五角
        money:CNY | -0.004               | 零元
        money:EUR | 5.20                 | 五欧元二十欧分
        money:EUR | 2                    | 两欧元
        money:EUR | 0.02                 | 两欧分
        money:USD | 12.05                | 十二美元零五美分
        money:GBP | 1.01                 | 一英镑零一便士
        money:JPY | 200                  | 二百日元
        money:CHF | 12.50                | 十二点五瑞士法郎
        money:CHF | 2                    | 两瑞士法郎
        date      | 2026-11-23           | 二零二六年十一月二十三日，星期一
        date      | 2005-02-02           | 二零零五年二月二日，星期三
        date      | 2000-10-10           | 二零零零年十月十日，星期二
        day       | 2026-11-22           | 十一月二十二日，星期日
        time      | 00:00                | 凌晨零点
        time      | 02:05                | 凌晨两点零五分
        time      | 07:30                | 早上七点半
        time      | 09:00                | 上午九点
        time      | 12:00                | 中午十二点
        time      | 12:02                | 中午十二点零二分
        time      | 14:30                | 下午两点半
        time      | 14:31                | 下午两点三十一分
        time      | 22:15                | 晚上十点十五分
        date-time | 2026-11-23T14:30     | 二零二六年十一月二十三日，星期一，下午两点半
        duration  | 0                    | 零秒
        duration  | 2                    | 两秒
        duration  | 12                   | 十二秒
        duration  | 60                   | 一分钟
        duration  | 120                  | 两分钟
        duration  | 125                  | 两分零五秒
        duration  | 122                  | 两分零二秒
        duration  | 620                  | 十分二十秒
        duration  | 3600                 | 一小时
        duration  | 3605                 | 一小时零五秒
        duration  | 3900                 | 一小时零五分钟
        duration  | 7325                 | 两小时零二分零五秒
        duration  | 180000               | 两天两小时
        money:CNY | abc                  | ! it is no amount
        money:QQQ | 5                    | ! its currency is not one of ISO 4217
        ordinal   | -1                   | ! it is no whole number from 1
        date      | 明天                 | ! it is no day such as 2026-11-23
        """);
  }
}
