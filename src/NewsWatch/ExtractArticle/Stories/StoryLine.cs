using System.Text.Json.Serialization;

namespace NewsWatch.ExtractArticle.Stories;

/// <summary>One text in the index of a day, in the order they came.</summary>
/// <param name="Article">Id of the article.</param>
/// <param name="Outlet">Host of its address, without <c>www.</c></param>
/// <param name="Hash">Hash of title and text.</param>
/// <param name="Signature">Its <see cref="MinHash"/>.</param>
internal sealed record StoryLine(string Article, string Outlet, string Hash, string Signature);

/// <summary>How the index and the stories are written.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectRequiredConstructorParameters = true,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(StoryLine))]
[JsonSerializable(typeof(Story))]
internal sealed partial class StoryJson : JsonSerializerContext;
