using System.Text.Json.Serialization;

namespace NewsWatch.NotifyOperator;

/// <summary>How what the operator should know is stored and posted.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectRequiredConstructorParameters = true,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(OperatorState))]
[JsonSerializable(typeof(OperatorData))]
[JsonSerializable(typeof(PollMark))]
internal sealed partial class OperatorJson : JsonSerializerContext;
