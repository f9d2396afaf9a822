package io.switchboard.app.configuration;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import io.switchboard.core.adapter.asterisk.files.AsteriskFiles;
import io.switchboard.core.id.Closest;
import io.switchboard.desktop.access.IpAddress;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;

/** What a schema cannot say: dates and zones that exist, spans that follow each other, settings that need each other. */
final class Values {
  private final Documents all;
  private final Findings findings;

  Values(Documents all, Findings findings) {
    this.all = all;
    this.findings = findings;
  }

  void check() {
    ports();
    all.installation().elements(KeyPath.of("http", "trusted_proxies")).forEach(this::address);
    all.tenants().names(KeyPath.ROOT).forEach(tenant -> zone(all.tenants(), KeyPath.of(tenant, "time_zone")));
    all.queues().entries().forEach(this::relaxing);
    all.queues().entries().forEach(queue -> music(queue.then("music")));
    all.agents().entries().forEach(agent -> phone(agent.then("phone")));
    all.hours().entries().forEach(this::plan);
    all.trunks().names(KeyPath.ROOT).forEach(name -> trunk(KeyPath.of(name)));
  }

  private void ports() {
    JsonNode sip = all.installation().at(KeyPath.of("sip"));
    int first = sip.path("rtp_first_port").asInt(InstallationSection.RTP_FIRST_PORT);
    int last = sip.path("rtp_last_port").asInt(InstallationSection.RTP_LAST_PORT);
    if (last < first + 3) {
      findings.add(all.installation(), KeyPath.of("sip", "rtp_last_port"), last + " leaves no room above rtp_first_port " + first,
          "give at least " + (first + 3) + "; a call needs four ports");
    }
  }

  private void address(KeyPath at) {
    if (IpAddress.read(all.installation().at(at).asText()).isEmpty()) {
      findings.add(all.installation(), at, all.installation().shown(at) + " is no IP address", "give one such as 127.0.0.1 or 2001:db8::1");
    }
  }

  private void zone(Document document, KeyPath at) {
    String zone = document.at(at).asText();
    if (document.at(at).isTextual() && !ZoneId.getAvailableZoneIds().contains(zone)) {
      findings.add(document, at, document.shown(at) + " is no time zone",
          Closest.to(zone, ZoneId.getAvailableZoneIds()).map(near -> "did you mean '" + near + "'?")
              .orElse("give one such as Europe/Berlin"));
    }
  }

  private void relaxing(KeyPath queue) {
    int earlier = 0;
    for (KeyPath step : all.queues().elements(queue.then("relax"))) {
      int after = all.queues().at(step.then("after_s")).asInt();
      if (after > 0 && after <= earlier) {
        findings.add(all.queues(), step.then("after_s"), after + " is not later than the step before, " + earlier,
            "put the steps in order of time");
      }
      earlier = after;
    }
  }

  private void music(KeyPath music) {
    boolean embedded = all.installation().at(KeyPath.of("asterisk")).asText("embedded").equals("embedded");
    String name = all.queues().at(music).asText("default");
    if (embedded && !name.isEmpty() && !name.equals("default") && !findings.about(all.queues(), music)) {
      findings.add(all.queues(), music, "the embedded Asterisk has no music class '" + name + "'",
          "give default: it plays the sound files in sounds/music of the data directory");
    }
  }

  private void phone(KeyPath phone) {
    JsonNode given = all.agents().at(phone);
    if (!given.isObject()) {
      return;
    }
    boolean browser = given.has("browser") && given.size() == 1;
    reserved(all.agents(), phone.then("browser"), given.path("browser").asText());
    boolean endpoint = given.has("endpoint") && !given.has("browser") && given.has("secret") != given.has("contact") && !given.has("number") && !given.has("trunks");
    reserved(all.agents(), phone.then("endpoint"), given.path("endpoint").asText());
    boolean number = given.has("number") && given.has("trunks") && given.size() == 2;
    if (!browser && !endpoint && !number) {
      findings.add(all.agents(), phone, "is not one kind of phone",
          "give browser (in his page), endpoint and secret (it registers), endpoint and contact (fixed address), or number and trunks (public network)");
    }
  }

  private void plan(KeyPath plan) {
    zone(all.hours(), plan.then("time_zone"));
    all.hours().elements(plan.then("closed")).forEach(this::date);
    new Week(all.hours(), plan.then("week"), findings).check();
    new SpecialDays(all.hours(), plan, findings).check();
  }

  private void date(KeyPath at) {
    try {
      LocalDate.parse(all.hours().at(at).asText());
    } catch (DateTimeException none) {
      findings.add(all.hours(), at, all.hours().shown(at) + " is no date", "give one such as 2026-12-25");
    }
  }

  private void trunk(KeyPath trunk) {
    JsonNode given = all.trunks().at(trunk);
    reserved(all.trunks(), trunk, trunk.key());
    Collection<String> regions = PhoneNumberUtil.getInstance().getSupportedRegions();
    if (given.path("region").isTextual() && !regions.contains(given.path("region").asText())) {
      findings.add(all.trunks(), trunk.then("region"), all.trunks().shown(trunk.then("region")) + " is no country",
          "give the two capital letters of ISO 3166, e.g. DE");
    }
    if (given.path("mode").asText().equals("registration")) {
      needed(trunk.then("user"));
      needed(trunk.then("secret"));
    } else if (given.has("user") != given.has("secret")) {
      needed(trunk.then("user"));
      needed(trunk.then("secret"));
    }
  }

  private void reserved(Document document, KeyPath at, String name) {
    if (AsteriskFiles.reserved(name)) {
      findings.add(document, at, "'" + name + "' is a name that Asterisk's own settings have", "choose another name");
    }
  }

  private void needed(KeyPath at) {
    if (all.trunks().at(at).isMissingNode()) {
      findings.add(all.trunks(), at, "is missing", "give user and secret, as the provider told them");
    }
  }
}
