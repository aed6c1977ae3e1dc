using System.Diagnostics;

namespace NewsWatch.Telemetry;

/// <summary>A span, as it is listed and begun.</summary>
/// <param name="Name">Its name; of a message's the queue follows, of a request's the method is the name.</param>
/// <param name="Kind">OpenTelemetry's kind.</param>
/// <param name="Parent">What it hangs on.</param>
/// <param name="Meaning">What it covers.</param>
/// <param name="Attributes">What it may have.</param>
public sealed record Span(string Name, ActivityKind Kind, string Parent, string Meaning, params IReadOnlyList<string> Attributes);
