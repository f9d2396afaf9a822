package io.switchboard.app;

import io.switchboard.app.configuration.Configuration;
import io.switchboard.app.configuration.Tenant;
import io.switchboard.core.call.EntryPoint;
import io.switchboard.core.dial.DialRules;
import io.switchboard.core.id.TenantId;
import io.switchboard.core.line.NumberPlan;
import io.switchboard.core.line.Trunk;
import io.switchboard.core.signal.TalkRequest.Target;
import io.switchboard.core.signal.Words;
import io.switchboard.desktop.api.Outside;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Numbers that agents dial: read as people write them where the company is, and allowed as its {@code destinations} say. */
final class OutsideNumbers implements Outside {
  private record Company(Tenant tenant, String ownNumber) {}

  private volatile Map<TenantId, Company> companies;
  private volatile List<String> trunks;

  OutsideNumbers(Configuration configuration) {
    companies = companies(configuration);
    trunks = trunks(configuration);
  }

  void configure(Configuration changed) {
    companies = companies(changed);
    trunks = trunks(changed);
  }

  private static List<String> trunks(Configuration configuration) {
    return configuration.trunks().stream().map(Trunk::name).toList();
  }

  private static Map<TenantId, Company> companies(Configuration configuration) {
    return configuration.tenants().stream().collect(Collectors.toMap(Tenant::id, tenant -> new Company(tenant, own(configuration, tenant))));
  }

  /** Its first number that is called: where it is, and what others see who are called. */
  private static String own(Configuration configuration, Tenant tenant) {
    return configuration.entryPoints().stream().filter(entry -> entry.tenant().equals(tenant.id())).map(EntryPoint::number)
        .filter(number -> number.startsWith("+")).sorted().findFirst().orElse("");
  }

  @Override
  public Way to(TenantId tenant, String number) {
    Company company = companies.get(tenant);
    if (company == null) {
      throw new IllegalArgumentException("no tenant " + tenant);
    }
    String emergency = company.tenant().dialling().emergency(number);
    if (!emergency.isEmpty()) {
      return new Way.Open(new Target.ToNumber(emergency, trunks, company.ownNumber()), true);
    }
    String e164 = NumberPlan.at(company.ownNumber()).entered(number);
    boolean allowed = company.tenant().destinations().allows(e164);
    DialRules.Refusal refusal = DialRules.destination(new DialRules.Destination(false, !e164.isEmpty(), allowed, false));
    if (refusal == DialRules.Refusal.NUMBER_WRONG) {
      return new Way.Barred("number_wrong", new Words(
          "'" + number + "' is no telephone number. Write it with its country, e.g. +49 30 123456.",
          "'" + number + "' 不是有效的电话号码。请写上国家代码，例如 +49 30 123456。"));
    }
    if (refusal == DialRules.Refusal.NOT_ALLOWED) {
      return new Way.Barred("number_not_allowed", new Words(
          e164 + " is not among the destinations of your company. An administrator adds its beginning to 'destinations' in tenants.yaml.",
          e164 + " 不在公司允许的呼叫范围内。管理员可在 tenants.yaml 的 'destinations' 中加入其前缀。"));
    }
    return new Way.Open(new Target.ToNumber(e164, trunks, company.ownNumber()));
  }
}
