using System.Globalization;
using System.Text;
using NewsWatch.Telemetry;

namespace NewsWatch.Tests.Docs;

/// <summary>The page of what NewsWatch tells of itself, out of the names that the code has.</summary>
internal static class ObservabilityReference
{
    private const string Beginning = """
        # Watching it

        NewsWatch tells of itself in traces, metrics and logs, as [OpenTelemetry](https://opentelemetry.io/docs/specs/semconv/) names and
        measures things. Nothing is sent anywhere, and nothing is measured, until a setting says where to. No span, metric or attribute
        ever holds an address, only hosts and ids: addresses of feeds, pages and webhooks may hold credentials. No request to a stranger's
        server carries a trace's id.

        ## Where to

        **Any OpenTelemetry collector** (OTLP), from `newswatch run`, `demo` and `poll` and from the function app, by OpenTelemetry's own
        settings, in the environment or, for `newswatch`, in `newswatch.json`:

            OTEL_EXPORTER_OTLP_ENDPOINT=http://localhost:4317
            OTEL_EXPORTER_OTLP_PROTOCOL=grpc
            OTEL_EXPORTER_OTLP_HEADERS=api-key=…
            OTEL_TRACES_SAMPLER=parentbased_traceidratio
            OTEL_TRACES_SAMPLER_ARG=0.1
            OTEL_SERVICE_NAME=newswatch-north

        `OTEL_EXPORTER_OTLP_TRACES_ENDPOINT` (`METRICS`, `LOGS`) in place of the first sends one of the three from `newswatch`;
        `OTEL_SDK_DISABLED=true` sends nothing.

        **Application Insights**, from the function app: `APPLICATIONINSIGHTS_CONNECTION_STRING`, and with an identity instead of a key
        `APPLICATIONINSIGHTS_AUTHENTICATION_STRING` = `Authorization=AAD;ClientId=…`. `infra/` sets both. With `"telemetryMode":
        "OpenTelemetry"` in `host.json` the Functions host's own spans are in the same traces. `infra/workbook.json` is a workbook over all of
        it: pipeline, feeds, latency, failures, and the way of one article. `newswatch` in a container reaches Application Insights through a
        collector, as Container Apps has one.

        **Prometheus**, from `newswatch run`, at `/metrics`:

            scrape_configs:
              - job_name: newswatch
                static_configs: [{ targets: ["127.0.0.1:8420"] }]
                authorization: { credentials_file: /etc/prometheus/newswatch-token }

        While the desk is bound to the machine itself, `/metrics` answers whoever asks there, unless `NewsWatch:Telemetry:MetricsToken` is set;
        where other machines can reach the desk, it answers those with that token alone. The desk's key does not open it and its token does not
        open the desk: whoever scrapes need not be able to decide. The names are those below with underscores and the unit, such as
        `newswatch_alert_lag_seconds_bucket` and `newswatch_entries_read_total`; the runtime's own (`dotnet_…`) are there too.

        ## Health

        | address | 200 while | else 503 |
        |---|---|---|
        | `/health/live` | every loop of the host (polls, notices, each queue) was heard of in its time | a loop hangs: start the process again |
        | `/health/ready` | the store can be read, and the last poll is not longer ago than `NewsWatch:NotifyOperator:PollLateAfter` | send it no work |

        Both answer in JSON, without sign-in and under any host name, and tell nothing but that. `/health` is the desk's page for people who
        ask for HTML, and `/health/live` for any other. The function app has the same addresses; it has no loops of its own.

            livenessProbe: { httpGet: { path: /health/live, port: 8420 }, periodSeconds: 30 }
            readinessProbe: { httpGet: { path: /health/ready, port: 8420 }, periodSeconds: 30 }

        ## Traces

        A run over the feeds is a trace; each feed's turn is one, linked to the run; and each entry that is new or edited begins **the trace of
        its article**, linked to that turn. It goes on through the queues to the alert: a message carries the sender's place (`traceparent`
        and `tracestate` of W3C Trace Context) and, for its age, when it is due (`dueAt`), beside its own members and only where somebody
        listens. What reads a message passes over members it does not know, and a message without them is handled the same.

            feed entry
              send extract-article
                process extract-article
                  GET
                  send classify-article
                    process classify-article
                      send track-agreement
                        process track-agreement
                          send send-alerts
                            process send-alerts
                              tell webhook

        An alert that waits, for the end of quiet hours say, goes on with its trace when it is released; a digest is a trace of its own, linked
        to those of the developments in it. The source is called `NewsWatch`. With `NewsWatch:Telemetry:BlobSpans` operations on blobs in Azure
        are spans too, by Azure's own library: some ten a message, which is why they are off.

        """;

    /// <summary>The page.</summary>
    public static string Write()
    {
        var page = new StringBuilder(Beginning);
        page.Append("\n| span | kind | hangs on | covers | attributes |\n|---|---|---|---|---|\n");
        foreach (var span in Spans.All)
            Line($"| `{Name(span)}` | {span.Kind} | {span.Parent} | {span.Meaning} | {Codes(span.Attributes)} |");
        page.Append("\n## Metrics\n\nThe meter is called `NewsWatch`. Each attribute has few values; no metric has one for a feed, an article or a host.\n\n");
        page.Append("| metric | kind | unit | measures | attributes |\n|---|---|---|---|---|\n");
        foreach (var metric in Metrics.All)
            Line($"| `{metric.Name}` | {metric.Kind} | `{metric.Unit}` | {metric.Meaning} | {Codes(metric.Attributes)} |");
        page.Append("\n## Attributes\n\n| attribute | holds |\n|---|---|\n");
        foreach (var field in typeof(Attributes).GetFields().OrderBy(field => (string)field.GetRawConstantValue()!, StringComparer.Ordinal))
            Line($"| `{field.GetRawConstantValue()}` | {XmlDocs.Of(typeof(Attributes), field.Name)} |");
        page.Append("""

            ## Logs

            Lines come out as text on a terminal, as JSON with trace and span where `newswatch` is not on one, and as OpenTelemetry's log records
            where they are sent. Values have the same names throughout:

            | name | holds |
            |---|---|

            """);
        foreach (var (name, meaning) in LogKeys.All)
            Line($"| `{name}` | {meaning} |");
        page.Append("""

            What is logged is set as in every .NET program, `Logging:LogLevel:NewsWatch` = `Information`; frameworks are kept to what is wrong. In the
            function app that is settled in the worker, by its app settings (`Logging__LogLevel__NewsWatch`): the host knows the worker's lines as
            `Function.NAME.User` only, and `host.json` has no say by their own categories.

            """);
        return page.ToString();

        void Line(string line) => page.Append(CultureInfo.InvariantCulture, $"{line}\n");
    }

    private static string Name(Span span) => span == Spans.Send || span == Spans.Process ? $"{span.Name} QUEUE"
        : span == Spans.Tell ? $"{span.Name} KIND"
        : span.Name;

    private static string Codes(IReadOnlyList<string> names) => names.Count == 0 ? "none" : string.Join(", ", names.Select(name => $"`{name}`"));
}
