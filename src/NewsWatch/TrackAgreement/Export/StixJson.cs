using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace NewsWatch.TrackAgreement.Export;

/// <summary>How a STIX bundle is written: as built.</summary>
[JsonSourceGenerationOptions(WriteIndented = true)]
[JsonSerializable(typeof(JsonObject))]
internal sealed partial class StixJson : JsonSerializerContext;
