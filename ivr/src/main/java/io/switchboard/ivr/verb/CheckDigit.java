package io.switchboard.ivr.verb;

/** Whether the last digit of a number is the one that the others demand. */
public enum CheckDigit {
  /** ISO/IEC 7812-1, annex B (mod 10): cards. */
  LUHN {
    @Override
    public boolean right(String digits) {
      int sum = 0;
      for (int i = 0; i < digits.length(); i++) {
        int digit = digits.charAt(digits.length() - 1 - i) - '0';
        int weighed = i % 2 == 0 ? digit : 2 * digit;
        sum += weighed > 9 ? weighed - 9 : weighed;
      }
      return digits.length() > 1 && sum % 10 == 0;
    }
  },
  /**
   * Weights 2, 3, 4 and so on from the last digit but one to the left, without end, as ISBN-10 has them; the check digit makes the sum
   * divisible by 11. A number that would need the digit 10 is not given out, for a telephone has no key for it.
   */
  MOD11 {
    @Override
    public boolean right(String digits) {
      int sum = 0;
      for (int i = 0; i < digits.length(); i++) {
        sum += (i + 1) * (digits.charAt(digits.length() - 1 - i) - '0');
      }
      return digits.length() > 1 && sum % 11 == 0;
    }
  };

  /** {@code digits}: 0 to 9 only, the check digit last. */
  public abstract boolean right(String digits);
}
