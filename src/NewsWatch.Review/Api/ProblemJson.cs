using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Mvc;

namespace NewsWatch.Review.Api;

/// <summary>How refusals are written: a program that is native code cannot look up their members.</summary>
[JsonSerializable(typeof(ProblemDetails))]
internal sealed partial class ProblemJson : JsonSerializerContext;
