# shellcheck shell=bash
# The reports that Surefire and Failsafe leave, summed up in one line.

forget_reports() {
  find "$SWITCHBOARD_HOME" -path '*/target/*-reports/*' -type f -delete
}

# Fails when a test failed or none ran.
sum_up_reports() {
  find "$SWITCHBOARD_HOME" \( -path '*/target/surefire-reports/TEST-*.xml' -o -path '*/target/failsafe-reports/TEST-*.xml' \) -type f \
    -exec grep -hm1 '<testsuite ' {} + | awk '
      function count(name) { return match($0, " " name "=\"[0-9]+\"") ? substr($0, RSTART + length(name) + 3, RLENGTH - length(name) - 4) : 0 }
      { failed += count("errors") + count("failures"); skipped += count("skipped"); tests += count("tests") }
      END {
        passed = tests - failed - skipped
        if (passed + failed == 0) print "\nno test ran"
        printf "\n%d passed, %d failed, %d skipped\n", passed, failed, skipped
        exit (failed > 0 || passed == 0)
      }'
}
