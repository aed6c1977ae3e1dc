using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace NewsWatch.Cli.Output;

/// <summary>JSON on standard output, for <c>--json</c>: indented, and letters as they are.</summary>
internal static class JsonOutput
{
    private static readonly JsonWriterOptions Indented = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly JsonWriterOptions OnOneLine = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the object that <paramref name="members"/> fills.</summary>
    public static void Write(Action<Utf8JsonWriter> members) => Screen.Out.WriteLine(Object(members, Indented));

    /// <summary>Writes the object that <paramref name="members"/> fills, on one line.</summary>
    public static void WriteLine(Action<Utf8JsonWriter> members) => Screen.Out.WriteLine(Object(members, OnOneLine));

    /// <summary>Writes a value.</summary>
    public static void Write<T>(T value, JsonTypeInfo<T> type)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Indented))
            JsonSerializer.Serialize(writer, value, type);
        Screen.Out.WriteLine(Encoding.UTF8.GetString(buffer.ToArray()));
    }

    private static string Object(Action<Utf8JsonWriter> members, JsonWriterOptions options)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, options))
        {
            writer.WriteStartObject();
            members(writer);
            writer.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.ToArray());
    }
}
