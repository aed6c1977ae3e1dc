using System.Globalization;
using System.Text;
using System.Text.Json;
using NewsWatch.Cli.Output;
using NewsWatch.ExtractArticle.Reading;
using NewsWatch.Text.Dates;

namespace NewsWatch.Cli.Commands;

/// <summary>Prints readings for people, or as a JSON array for machines.</summary>
internal static class ExtractPrinter
{
    /// <summary>A date as precisely as the page gave it: a day, a local time, or an instant with its offset.</summary>
    public static string? Date(DateTimeOffset? date, DatePrecision precision) => date?.ToString(
        precision switch
        {
            DatePrecision.Day => "yyyy-MM-dd",
            DatePrecision.Local => "yyyy-MM-ddTHH:mm:ss",
            _ => "yyyy-MM-ddTHH:mm:sszzz",
        },
        CultureInfo.InvariantCulture);

    /// <summary>A reading for people.</summary>
    public static string Plain(ExtractedPage read)
    {
        var (page, reading, blocks) = read;
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
        if (reading.Sources.Count > 0 && blocks.Count > 0)
            Line("from", string.Join("; ", reading.Sources.Select(source => $"{source.Key.ToLowerInvariant()}: {source.Value}")));
        return text.Append('\n').Append(blocks.Count > 0 ? BlockLines(blocks) : Outside.Text(reading.Text)).ToString();

        void Line(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value))
                text.Append(CultureInfo.InvariantCulture, $"{name + ":",-11}{Outside.Line(value)}\n");
        }
    }

    /// <summary>
    /// A line a block: what became of it, how likely it was by itself and in the end, where it stands, and how it begins.
    /// </summary>
    private static string BlockLines(IReadOnlyList<BlockVerdict> blocks)
    {
        const int longest = 90;
        var lines = new StringBuilder();
        lines.Append(
            CultureInfo.InvariantCulture, $"taken from {blocks[0].Cut:0.00} up; probability by itself, and with the blocks around\n");
        foreach (var block in blocks)
        {
            var text = Outside.Line(block.Text);
            lines.Append(
                CultureInfo.InvariantCulture,
                $"{(block.Taken ? "taken" : "left"),-6}{block.First,5:0.00}{block.Second,6:0.00}  {block.Path,-28} ");
            lines.Append(block.Struck is not null ? $"[struck: {block.Struck}] " : block.Kept is not null ? $"[kept: {block.Kept}] " : "");
            lines.Append(text.Length <= longest ? text : $"{text.AsSpan(0, longest - 1)}…").Append('\n');
        }
        return lines.ToString().TrimEnd('\n');
    }

    /// <summary>Readings as a JSON array.</summary>
    public static string Json(IReadOnlyList<ExtractedPage> readings)
    {
        using var stream = new MemoryStream();
        using (
            var writer = new Utf8JsonWriter(
                stream, new() { Indented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            writer.WriteStartArray();
            foreach (var (page, reading, blocks) in readings)
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
                if (blocks.Count > 0)
                    WriteBlocks(writer, blocks);
                writer.WriteEndObject();
            }
            writer.WriteEndArray();
        }
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void WriteBlocks(Utf8JsonWriter writer, IReadOnlyList<BlockVerdict> blocks)
    {
        writer.WriteNumber("cut", blocks[0].Cut);
        writer.WriteStartArray("blocks");
        foreach (var block in blocks)
        {
            writer.WriteStartObject();
            writer.WriteBoolean("taken", block.Taken);
            writer.WriteNumber("first", block.First);
            writer.WriteNumber("second", block.Second);
            writer.WriteString("struck", block.Struck);
            writer.WriteString("kept", block.Kept);
            writer.WriteString("path", block.Path);
            writer.WriteString("text", block.Text);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }
}
