package io.switchboard.ivr.adapter.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.switchboard.ivr.adapter.sql.NamedSql.Result;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamedSqlTest {
  private static NamedSql good(String written) {
    return assertInstanceOf(Result.Good.class, NamedSql.parse(written), () -> NamedSql.parse(written).toString()).sql();
  }

  private static String text(String written) {
    return good(written).text().replaceAll(" +", " ");
  }

  /** What is written, and what the driver gets. */
  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      select :a | select ?
      select :a::int | select ? ::int
      select :a, :b, :a | select ? , ? , ?
      select x::text from t where y = :a | select x::text from t where y = ?
      select f(p := :a) | select f(p := ? )
      select ':a' , ''':a' , :a | select ':a' , ''':a' , ?
      select E'\\':a', :a | select E'\\':a', ?
      select e'it''s :a', :a | select e'it''s :a', ?
      select '\\', :a | select '\\', ?
      select name'\\', :a | select name'\\', ?
      select U&'\\0041', :a | select U&'\\0041', ?
      select ":a", "x"":a", :a | select ":a", "x"":a", ?
      select $$:a$$, $q$ :a $$ :a $q$, :a | select $$:a$$, $q$ :a $$ :a $q$, ?
      select x$y$z, :a | select x$y$z, ?
      select 1 -- :a ' | select 1
      select 1 /* :a /* ' */ :b */ , :a | select 1 , ?
      select a[1:2], b[:a] | select a[1:2], b[ ? ]
      select data ? 'k', data ?& :a | select data ?? 'k', data ??& ?
      select :a?:b | select ? ?? ?
      select :größe | select ?
      select 1; | select 1
      select 1 ; -- done | select 1
      (select 1) | (select 1)
      with x as (select :a) select * from x | with x as (select ? ) select * from x
      INSERT into t values (:a) on conflict do nothing | INSERT into t values ( ? ) on conflict do nothing
      """)
  void parametersAreTakenFromWhereTheyStand(String written, String taken) {
    assertEquals(taken, text(written));
  }

  @Test
  void theirNamesAreInTheOrderOfTheStatement() {
    assertEquals(List.of("b", "a", "b", "Größe_2"), good("select :b, ':x', :a /* :y */, :b, :Größe_2").parameters());
  }

  /** What is written, and what is wrong with it. */
  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      select 1; drop table account | has more than one statement
      select ';' ; select ':a' | has more than one statement
      `` | is empty
      `-- nothing` | is empty
      drop table account | begins with 'drop'
      set role postgres | begins with 'set'
      begin | begins with 'begin'
      selected | begins with 'selected'
      ; | begins with ';'
      :a | begins with ':'
      select 'it | has a ' that is not closed
      select E'it\\' | has a ' that is not closed
      select "it | has a " that is not closed
      select $a$ it $b$ | has a $a$ that is not closed
      select 1 /* /* */ | has a comment that is not closed
      select $1 | has a parameter '$1' without a name
      """)
  void whatCannotBeAskedIsNamed(String written, String wrong) {
    assertEquals(wrong, assertInstanceOf(Result.Bad.class, NamedSql.parse(written)).wrong());
  }

  @ParameterizedTest
  @ValueSource(strings = {"'", "\"", "$", "$$", ":", "/*", "--", "E'\\", "?", ";", "select ", "select :", "select $", "select -", "select /", "select E'\\", "(((", "\0", "select '\uD800"})
  void nothingBreaksIt(String written) {
    NamedSql.parse(written);
    NamedSql.parse("select " + written);
    NamedSql.parse(written.repeat(100));
  }
}
