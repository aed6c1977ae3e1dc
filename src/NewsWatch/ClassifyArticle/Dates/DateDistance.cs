using NewsWatch.ClassifyArticle.Words;

namespace NewsWatch.ClassifyArticle.Dates;

/// <summary>How far a date stands from what it may belong to.</summary>
internal sealed class DateDistance(ReadText text, SentenceDates dates)
{
    private const int AcrossMark = 3;
    private const int AcrossAnd = 10;

    /// <summary>
    /// Words between, and more for each mark and each word that may open a clause: "signed on 5 May, entered into force" keeps the day with the signing, and
    /// "after independence in 1984 and the pact was renewed" takes it from the pact. 0 where they overlap.
    /// </summary>
    public int Of(DateExpression date, int sentence, int first, int end)
    {
        if (date.End > first && date.First < end)
            return 0;
        var (from, to) = date.End <= first ? (date.End, first) : (end, date.First);
        var distance = to - from;
        for (var at = from; at <= to; at++)
            if (text.Tokens[at].Before is ',' or ';' or '(' or ':' or '、' or '，' or '،' or '–' or '—')
                distance += AcrossMark;
        return distance + (AcrossAnd * dates.ClausesWithin(sentence, from, to));
    }

    /// <summary>In scripts where each character is a word, things stand further apart.</summary>
    public static int Width(ReadText text, DateExpression date) => Folding.IsIdeographic(text.At(text.Tokens[date.End - 1].Start)) ? 2 : 1;
}
