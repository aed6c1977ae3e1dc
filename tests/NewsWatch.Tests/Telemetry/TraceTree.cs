using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace NewsWatch.Tests.Telemetry;

/// <summary>A trace as people read it: a span a line, further in than the one it hangs on.</summary>
internal static class TraceTree
{
    /// <summary>The tree below the root of a trace, children in the order they began.</summary>
    /// <param name="spans">Spans of any traces.</param>
    /// <param name="trace">Which trace.</param>
    /// <param name="withTimes">True to say of each when it began and how long it took, in milliseconds.</param>
    public static string Of(IReadOnlyList<Activity> spans, ActivityTraceId trace, bool withTimes = false)
    {
        var own = spans.Where(span => span.TraceId == trace).OrderBy(span => span.StartTimeUtc).ToList();
        var root = Assert.Single(own, span => span.ParentSpanId == default);
        var tree = new StringBuilder();
        Write(root, 0);
        Assert.Equal(own.Count, tree.ToString().Count(letter => letter == '\n'));
        return tree.ToString();

        void Write(Activity span, int depth)
        {
            var line = new string(' ', 2 * depth) + span.DisplayName;
            if (withTimes)
                line = line.PadRight(60) + string.Create(
                    CultureInfo.InvariantCulture,
                    $"{(span.StartTimeUtc - root.StartTimeUtc).TotalMilliseconds,8:0} +{span.Duration.TotalMilliseconds:0} ms");
            tree.Append(line.TrimEnd()).Append('\n');
            foreach (var child in own.Where(child => child.ParentSpanId == span.SpanId))
                Write(child, depth + 1);
        }
    }
}
