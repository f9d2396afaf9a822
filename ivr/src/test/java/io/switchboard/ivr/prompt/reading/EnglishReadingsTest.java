package io.switchboard.ivr.prompt.reading;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class EnglishReadingsTest {
  @TestFactory
  Stream<DynamicTest> saidAsAPersonSaysIt() {
    return Expectations.tests("en", """
        text      | Ada Lovelace         | Ada Lovelace
        digits    | +49 30 123           | 4 9 3 0 1 2 3
        digits    | de89-3704            | D E 8 9 3 7 0 4
        number    | 0                    | zero
        number    | 1                    | one
        number    | 12                   | twelve
        number    | 21                   | twenty-one
        number    | 40                   | forty
        number    | 99                   | ninety-nine
        number    | 100                  | one hundred
        number    | 101                  | one hundred and one
        number    | 110                  | one hundred and ten
        number    | 999                  | nine hundred and ninety-nine
        number    | 1000                 | one thousand
        number    | 1001                 | one thousand and one
        number    | 1100                 | one thousand one hundred
        number    | 1234                 | one thousand two hundred and thirty-four
        number    | 12034                | twelve thousand and thirty-four
        number    | 100000               | one hundred thousand
        number    | 1000000              | one million
        number    | 1000001              | one million and one
        number    | 2500000              | two million, five hundred thousand
        number    | 123456789            | one hundred and twenty-three million, four hundred and fifty-six thousand, seven hundred and eighty-nine
        number    | 1000000000           | one billion
        number    | 999999999999999      | nine hundred and ninety-nine trillion, nine hundred and ninety-nine billion, nine hundred and ninety-nine million, nine hundred and ninety-nine thousand, nine hundred and ninety-nine
        number    | -7                   | minus seven
        number    | +7                   | seven
        number    | 007                  | seven
        number    | 3.14                 | three point one four
        number    | 0.05                 | zero point zero five
        number    | -0.5                 | minus zero point five
        number    | 10.50                | ten point five
        number    | 5.00                 | five
        number    | -0                   | zero
        count     | 2                    | two
        ordinal   | 1                    | first
        ordinal   | 2                    | second
        ordinal   | 3                    | third
        ordinal   | 12                   | twelfth
        ordinal   | 20                   | twentieth
        ordinal   | 21                   | twenty-first
        ordinal   | 100                  | one hundredth
        ordinal   | 101                  | one hundred and first
        money:EUR | 12034.50             | twelve thousand and thirty-four euros and fifty cents
        money:EUR | 0                    | zero euros
        money:EUR | 1                    | one euro
        money:EUR | 1.01                 | one euro and one cent
        money:EUR | 0.01                 | one cent
        money:EUR | 0.5                  | fifty cents
        money:EUR | -20.5                | minus twenty euros and fifty cents
        money:EUR | -0.001               | zero euros
        money:EUR | 1.005                | one euro and one cent
        money:EUR | 0.999                | one euro
        money:USD | 1                    | one dollar
        money:USD | 3.25                 | three dollars and twenty-five cents
        money:GBP | 5.20                 | five pounds and twenty pence
        money:GBP | 1.01                 | one pound and one penny
        money:CNY | 12.05                | twelve yuan and five fen
        money:eur | 2                    | two euros
        money:JPY | 1250                 | one thousand two hundred and fifty Japanese yen
        money:CHF | 12.50                | twelve point five zero Swiss francs
        money:CHF | 1                    | one Swiss franc
        money:CHF | 3.00                 | three Swiss francs
        date      | 2026-11-23           | Monday, the twenty-third of November, twenty twenty-six
        date      | 2000-01-01           | Saturday, the first of January, two thousand
        date      | 2005-03-02           | Wednesday, the second of March, two thousand and five
        date      | 1999-12-31           | Friday, the thirty-first of December, nineteen ninety-nine
        date      | 1905-05-05           | Friday, the fifth of May, nineteen oh five
        date      | 1900-01-01           | Monday, the first of January, nineteen hundred
        date      | 2026-11-23T14:30     | Monday, the twenty-third of November, twenty twenty-six
        day       | 2026-11-23           | Monday, the twenty-third of November
        day       | 2024-02-29           | Thursday, the twenty-ninth of February
        time      | 00:00                | midnight
        time      | 00:30                | twelve thirty at night
        time      | 05:01                | five oh one in the morning
        time      | 09:00                | nine o'clock in the morning
        time      | 12:00                | noon
        time      | 12:15                | twelve fifteen in the afternoon
        time      | 14:30                | two thirty in the afternoon
        time      | 18:00:59             | six o'clock in the evening
        time      | 23:59                | eleven fifty-nine at night
        date-time | 2026-11-23T14:30     | Monday, the twenty-third of November, twenty twenty-six, at two thirty in the afternoon
        date-time | 2026-11-23 09:05:30+01:00 | Monday, the twenty-third of November, twenty twenty-six, at nine oh five in the morning
        duration  | 0                    | zero seconds
        duration  | 1                    | one second
        duration  | 125                  | two minutes and five seconds
        duration  | 120                  | two minutes
        duration  | 3600                 | one hour
        duration  | 3725                 | one hour, two minutes and five seconds
        duration  | 90000                | one day and one hour
        duration  | 59.5                 | one minute
        money:EUR | abc                  | ! it is no amount
        money:EUR | 12,50                | ! it is no amount
        money:EUR | 1e5                  | ! it is no amount
        money:XQZ | 5                    | ! its currency is not one of ISO 4217
        money     | 5                    | ! no currency is given
        number    | 1234567890123456     | ! it is no number
        number    |                      | ! it is no number
        ordinal   | 0                    | ! it is no whole number from 1
        ordinal   | 1.5                  | ! it is no whole number from 1
        date      | 2026-02-30           | ! it is no day such as 2026-11-23
        date      | 23.11.2026           | ! it is no day such as 2026-11-23
        time      | 25:00                | ! it is no time such as 14:30
        time      | 9                    | ! it is no time such as 14:30
        date-time | 2026-11-23           | ! it is no day and time such as 2026-11-23T14:30
        duration  | -1                   | ! it is no count of seconds from 0 to 100 years
        digits    | --                   | ! it has no digits
        digits    | 12号                 | ! it has letters other than A to Z
        text      |                      | ! it is empty
        """);
  }
}
