using System.Text.Json.Serialization;

namespace NewsWatch.Review.Api;

/// <summary>
/// How the API reads what programs send: camel case, and what must be there and is missing, or null, is no such JSON, so that nothing
/// behind it meets a null that its types rule out.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(ViewRequest))]
[JsonSerializable(typeof(BatchRequest))]
[JsonSerializable(typeof(DecisionRequest))]
[JsonSerializable(typeof(MergeRequest))]
[JsonSerializable(typeof(SplitRequest))]
[JsonSerializable(typeof(UndoRequest))]
internal sealed partial class RequestJson : JsonSerializerContext;
