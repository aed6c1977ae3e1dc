using System.Globalization;
using NewsWatch.ClassifyArticle.Claims;

namespace NewsWatch.ClassifyArticle.Terms;

/// <summary>
/// Reads a <c>.terms</c> file: <c>[section value]</c> heads the patterns below it, one a line (see <see cref="PatternSyntax"/>);
/// <c>$name = a|b|c</c> gives a name to what often recurs in choices; <c>#</c> begins a comment.
/// </summary>
internal static class TermFile
{
    /// <summary>Words between a mark and its act where a section's heading gives no number.</summary>
    private const int DefaultReach = 5;

    /// <summary>Every line with its section.</summary>
    /// <param name="name">Name of the file without ending; its language, and the front of its rules' names.</param>
    /// <param name="languages">Bits of the languages its terms are read in.</param>
    /// <param name="reader">The file.</param>
    /// <exception cref="FormatException">A section is unknown, or a pattern stands before the first one; the line is named.</exception>
    public static IEnumerable<(Term Term, string Pattern)> Read(string name, ulong languages, TextReader reader)
    {
        Term? section = null;
        var named = new List<(string Name, string Text)>();
        for (var number = 1; reader.ReadLine() is { } line; number++)
        {
            var text = (line.IndexOf('#') is >= 0 and var comment ? line[..comment] : line).Trim();
            if (text.Length == 0)
                continue;
            if (text[0] == '[')
            {
                section = Section(name, languages, text.Trim('[', ']'), number);
                continue;
            }

            if (text[0] == '$' && text.Split('=', 2, StringSplitOptions.TrimEntries) is [var key, var value])
            {
                named.Insert(0, (key, Replace(value, named)));
                continue;
            }

            if (section is null)
                throw new FormatException($"{name}.terms line {number}: '{text}' stands before the first section");
            yield return (section with { Rule = section.Rule + text }, Replace(text, named));
        }
    }

    private static string Replace(string text, List<(string Name, string Text)> named)
    {
        foreach (var (name, value) in named.OrderByDescending(pair => pair.Name.Length))
            text = text.Replace(name, value, StringComparison.Ordinal);
        return text;
    }

    private static Term Section(string name, ulong languages, string heading, int number)
    {
        var space = heading.IndexOf(' ');
        var (kindName, value) = space < 0 ? (heading, "") : (heading[..space], heading[(space + 1)..].Trim());
        if (!Enum.TryParse<TermKind>(kindName.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var kind))
            throw new FormatException($"{name}.terms line {number}: there is no section '{kindName}'");
        var rule = $"{name}:{(value.Length > 0 ? value : kindName)}:";
        return kind switch
        {
            TermKind.Instrument or TermKind.Acronym or TermKind.Topic => new(kind, value, languages, rule)
            {
                Type = WireName.Parse<AgreementType>(value) ?? throw Unknown("type"),
            },
            TermKind.Act => Act(),
            >= TermKind.Not and <= TermKind.Happened => new(kind, "", languages, $"{name}:{kindName}:") { Reach = Reach() },
            _ => new(kind, value, languages, rule),
        };

        Term Act()
        {
            var (act, form) = value.IndexOf(' ') is >= 0 and var parting ? (value[..parting], value[(parting + 1)..]) : (value, "open");
            return new(kind, act, languages, rule)
            {
                Act = WireName.Parse<Act>(act) ?? throw Unknown("act"),
                Form = WireName.Parse<ActForm>(form) ?? throw Unknown("form of an act"),
            };
        }

        int Reach() => value.Length == 0 ? DefaultReach
            : int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var reach) ? reach : throw Unknown("reach");

        FormatException Unknown(string what) => new($"{name}.terms line {number}: there is no {what} '{value}'");
    }
}
