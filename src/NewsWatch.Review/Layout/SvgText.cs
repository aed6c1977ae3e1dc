using Microsoft.AspNetCore.Components;

namespace NewsWatch.Review.Layout;

/// <summary>Words in a drawing; Razor takes a <c>text</c> element for one of its own.</summary>
internal static class SvgText
{
    /// <summary>Words at a place.</summary>
    /// <param name="x">Where they are anchored.</param>
    /// <param name="y">Their base line.</param>
    /// <param name="words">The words.</param>
    /// <param name="anchor"><c>start</c>, <c>middle</c> or <c>end</c>.</param>
    /// <param name="kind">Class; empty for none.</param>
    /// <param name="turn">Degrees they are turned by around their place.</param>
    public static RenderFragment Of(double x, double y, string words, string anchor = "start", string kind = "", double turn = 0) => builder =>
    {
        builder.OpenElement(0, "text");
        builder.AddAttribute(1, "x", Svg.N(x));
        builder.AddAttribute(2, "y", Svg.N(y));
        builder.AddAttribute(3, "text-anchor", anchor);
        if (kind.Length > 0)
            builder.AddAttribute(4, "class", kind);
        if (turn != 0)
            builder.AddAttribute(5, "transform", $"rotate({Svg.N(turn)} {Svg.N(x)} {Svg.N(y)})");
        builder.AddContent(6, words);
        builder.CloseElement();
    };
}
