package io.switchboard.bench.search;

import io.switchboard.core.customer.SampleCustomers;
import io.switchboard.core.customer.SampleCustomers.Sample;
import java.util.Random;

/** What somebody types who looks for a customer who is there, or for nobody. */
enum Typed {
  FIRST_TWO {
    @Override
    String of(Sample customer, Random chance) {
      return part(customer.details().name(), 0, 2);
    }
  },
  NAME_KEY_BY_KEY {
    @Override
    String of(Sample customer, Random chance) {
      String name = customer.details().name();
      return part(name, 0, 2 + chance.nextInt(Math.max(1, name.length() - 1)));
    }
  },
  LAST_NAME {
    @Override
    String of(Sample customer, Random chance) {
      String name = customer.details().name();
      String last = name.substring(name.indexOf(' ') + 1);
      return part(last, 0, 2 + chance.nextInt(Math.max(1, last.length() - 1)));
    }
  },
  INSIDE_A_NAME {
    @Override
    String of(Sample customer, Random chance) {
      String name = customer.details().name();
      return part(name, chance.nextInt(Math.max(1, name.length() - 2)), 2 + chance.nextInt(3));
    }
  },
  CHINESE {
    @Override
    String of(Sample customer, Random chance) {
      long place = chance.nextInt(1_000_000);
      Sample chinese = customer;
      while (!chinese.details().language().equals("zh")) {
        chinese = SampleCustomers.at(place++);
      }
      String name = chinese.details().name();
      return part(name, chance.nextInt(name.length() - 1), 2 + chance.nextInt(2));
    }
  },
  NUMBER_KEY_BY_KEY {
    @Override
    String of(Sample customer, Random chance) {
      String number = customer.numbers().getFirst();
      return part(number, 0, 3 + chance.nextInt(number.length() - 2));
    }
  },
  END_OF_A_NUMBER {
    @Override
    String of(Sample customer, Random chance) {
      String number = customer.numbers().getLast();
      return number.substring(number.length() - 4 - chance.nextInt(5));
    }
  },
  COMPANY {
    @Override
    String of(Sample customer, Random chance) {
      String company = customer.details().company();
      return company.isEmpty() ? "Hartmann Op" : part(company, 0, 4 + chance.nextInt(8));
    }
  },
  NOBODY {
    @Override
    String of(Sample customer, Random chance) {
      return part(customer.details().name(), 0, 4) + (char) ('a' + chance.nextInt(26)) + (char) ('a' + chance.nextInt(26)) + "x";
    }
  };

  abstract String of(Sample customer, Random chance);

  static String part(String text, int from, int length) {
    return text.substring(from, Math.min(text.length(), from + length));
  }
}
