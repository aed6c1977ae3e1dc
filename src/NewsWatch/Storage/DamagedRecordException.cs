using System.Text.Json;

namespace NewsWatch.Storage;

/// <summary>A blob is not the record that its name says: cut short, overwritten, or written by another program.</summary>
public sealed class DamagedRecordException(string name, Exception damage)
    : JsonException($"{name} is damaged: {damage.Message.ReplaceLineEndings(" ")}", damage)
{
    /// <summary>Name of the blob.</summary>
    public string Name => name;

    /// <summary>What is wrong with it, without its name.</summary>
    public string Why => InnerException!.Message.ReplaceLineEndings(" ");
}
