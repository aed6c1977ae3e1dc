using System.Globalization;
using System.Text;
using System.Text.Json;
using NewsWatch.ExtractArticle.Reading;

namespace NewsWatch.Cli.Commands;

/// <summary>Prints readings for people, or as a JSON array for machines.</summary>
internal static class ExtractPrinter
{
    public static Task PrintAsync(IReadOnlyList<(string Page, PageReading Reading)> readings, bool json)
        => Console.Out.WriteLineAsync(json ? Json(readings) : string.Join("\n\n", readings.Select(read => Plain(read.Page, read.Reading))));

    /// <summary>A date as precisely as the page gave it: a day, a local time, or an instant with its offset.</summary>
    public static string? Date(DateTimeOffset? date, DatePrecision precision) => date?.ToString(
        precision switch
        {
            DatePrecision.Day => "yyyy-MM-dd",
            DatePrecision.Local => "yyyy-MM-ddTHH:mm:ss",
            _ => "yyyy-MM-ddTHH:mm:sszzz",
        },
        CultureInfo.InvariantCulture);

    private static string Plain(string page, PageReading reading)
    {
        var text = new StringBuilder();
        Line("page", page);
        Line("kind", reading.Reason is null ? reading.Kind.ToString() : $"{reading.Kind} ({reading.Reason})");
        Line("title", reading.Title);
        Line("authors", string.Join(", ", reading.Authors));
        Line("published", Date(reading.Published, reading.PublishedPrecision));
        Line("modified", Date(reading.Modified, reading.ModifiedPrecision));
        Line("language", reading.Language);
        Line("site", reading.Site);
        Line("section", reading.Section);
        Line("address", reading.Canonical?.AbsoluteUri);
        return text.Append('\n').Append(reading.Text).ToString();

        void Line(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value))
                text.Append(CultureInfo.InvariantCulture, $"{name + ":",-11}{value}\n");
        }
    }

    private static string Json(IReadOnlyList<(string Page, PageReading Reading)> readings)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new() { Indented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            writer.WriteStartArray();
            foreach (var (page, reading) in readings)
            {
                writer.WriteStartObject();
                writer.WriteString("page", page);
                writer.WriteString("kind", reading.Kind.ToString());
                writer.WriteString("reason", reading.Reason);
                writer.WriteString("title", reading.Title);
                writer.WriteStartArray("authors");
                foreach (var author in reading.Authors)
                    writer.WriteStringValue(author);
                writer.WriteEndArray();
                writer.WriteString("published", Date(reading.Published, reading.PublishedPrecision));
                writer.WriteString("modified", Date(reading.Modified, reading.ModifiedPrecision));
                writer.WriteString("language", reading.Language);
                writer.WriteString("site", reading.Site);
                writer.WriteString("section", reading.Section);
                writer.WriteString("canonical", reading.Canonical?.AbsoluteUri);
                writer.WriteString("text", reading.Text);
                writer.WriteStartObject("sources");
                foreach (var (field, source) in reading.Sources)
                    writer.WriteString(field, source);
                writer.WriteEndObject();
                writer.WriteEndObject();
            }
            writer.WriteEndArray();
        }
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
