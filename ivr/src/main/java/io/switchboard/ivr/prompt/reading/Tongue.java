package io.switchboard.ivr.prompt.reading;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;

/** The words of one language. Numbers have at most 15 digits before the point. */
interface Tongue {
  String number(BigDecimal number);

  /** Of what is named next. */
  String count(BigDecimal number);

  /** {@code rank}: from 1. */
  String ordinal(long rank);

  /** {@code currency}: one that {@link Currencies} knows. */
  String money(BigDecimal amount, String currency);

  String date(LocalDate date);

  /** Without its year. */
  String day(LocalDate date);

  String time(LocalTime time);

  String dateTime(LocalDateTime at);

  String duration(long seconds);
}
