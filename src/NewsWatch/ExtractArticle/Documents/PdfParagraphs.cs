using System.Globalization;
using System.Text;

namespace NewsWatch.ExtractArticle.Documents;

/// <summary>Lines of blocks as paragraphs: words hyphenated over a line's end made whole, a sentence that runs over the page's end too.</summary>
internal static class PdfParagraphs
{
    /// <summary>The paragraphs, in order.</summary>
    public static IReadOnlyList<string> Of(IReadOnlyList<PdfBlock> blocks)
    {
        var paragraphs = new List<string>();
        PdfBlock? before = null;
        foreach (var block in blocks.Where(block => block.Lines.Count > 0))
        {
            var paragraph = Tidy(block.Lines.Aggregate(Join));
            if (paragraph.Length == 0)
                continue;
            if (before is not null && block.Page > before.Page && RunsOn(paragraphs[^1], paragraph))
                paragraphs[^1] = Join(paragraphs[^1], paragraph);
            else
                paragraphs.Add(paragraph);
            before = block;
        }
        return paragraphs;
    }

    /// <summary>One text of two lines; no space between scripts that have none.</summary>
    private static string Join(string line, string next)
    {
        if (line is [.., var letter, '-' or '\u2010' or '\u00AD'] && char.IsLetter(letter) && char.IsLower(next[0]))
            return line[..^1] + next;
        return IsSpaceless(line[^1]) && IsSpaceless(next[0]) ? line + next : $"{line} {next}";
    }

    private static bool RunsOn(string paragraph, string next)
        => char.GetUnicodeCategory(paragraph[^1]) is UnicodeCategory.LowercaseLetter or UnicodeCategory.DashPunctuation || paragraph[^1] == ','
            ? char.IsLower(next[0]) || paragraph[^1] == ','
            : IsSpaceless(paragraph[^1]) && IsSpaceless(next[0]);

    /// <summary>Letters of Han, kana and their full-width neighbours; not their full stop, which ends a paragraph.</summary>
    private static bool IsSpaceless(char c) => c is (>= '\u3041' and <= '\u30FF') or (>= '\u3400' and <= '\u9FFF') or '、' or '，';

    /// <summary>Composed letters, ligatures as letters, single spaces, nothing invisible, no half of a character.</summary>
    private static string Tidy(string paragraph)
    {
        var tidy = new StringBuilder(paragraph.Length);
        foreach (var rune in paragraph.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
                tidy.Append(tidy.Length > 0 && tidy[^1] != ' ' ? " " : "");
            else if (rune.Value is >= 0xFB00 and <= 0xFB06)
                tidy.Append(rune.ToString().Normalize(NormalizationForm.FormKC));
            else if (!Rune.IsControl(rune) && rune.Value is not (0xAD or 0xFEFF or 0xFFFD))
                tidy.Append(rune);
        }
        return tidy.ToString().Trim().Normalize();
    }
}
