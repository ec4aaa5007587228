/**
 * Words by which measurements are sent, in addresses and host names; among them the products that most sites use for
 * it. Those of `WEAK` also name other things (a calendar has events, an album tracks): they need a body that looks like
 * a measurement.
 */
export const TELEMETRY =
  'telemetry analytics analytic tracking beacon metric pixel impression rum csp heartbeat ping log logging trace span perf performance measure measurement experiment exposure sentry stat timing vital watchtime adserver openrtb monitoring jot matomo piwik amplitude segment mixpanel hotjar plausible bugsnag newrelic datadog doubleclick statsig rudderstack snowplow posthog';

export const WEAK = 'event activity collect track';

/** Host names that only take measurements. `events.example` may as well sell tickets, so the list is shorter. */
export const TELEMETRY_HOST =
  'telemetry analytics metric stat log collect beacon pixel rum sentry matomo amplitude segment mixpanel hotjar plausible bugsnag newrelic datadog doubleclick statsig rudderstack snowplow posthog';
