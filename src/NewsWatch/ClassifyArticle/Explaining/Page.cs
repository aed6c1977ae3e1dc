using System.Text;

namespace NewsWatch.ClassifyArticle.Explaining;

/// <summary>Lines of text, indented by the headings they stand under.</summary>
internal sealed class Page
{
    private const int MostAlternatives = 6;

    private readonly StringBuilder lines = new();

    /// <summary>A line under a number of headings.</summary>
    public void Line(int depth, string words) => lines.Append(' ', 2 * depth).Append(words).Append('\n');

    /// <summary>A heading and the alternatives under it, the heaviest first; nothing where there are none.</summary>
    public void Weigh(int depth, string heading, IEnumerable<Weighed> alternatives)
    {
        var ordered = alternatives.OrderByDescending(one => one.Weight).ToList();
        if (ordered.Count == 0)
            return;
        Line(depth, heading);
        foreach (var one in ordered.Take(MostAlternatives))
            Line(depth + 1, one.ToString());
        if (ordered.Count > MostAlternatives)
            Line(depth + 1, $"and {ordered.Count - MostAlternatives} lighter");
    }

    /// <inheritdoc/>
    public override string ToString() => lines.ToString();
}
