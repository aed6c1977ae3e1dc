namespace NewsWatch.TrackAgreement.Pages;

/// <summary>Notices what has moved on a page: what is new, learned late, or to be taken back. Pure.</summary>
/// <param name="FiledBy">Id of the article whose filing brings it to light; null where an analyst's ruling does.</param>
/// <param name="LateAfterDays">A stage reached more days before now is learned late.</param>
/// <param name="Now">When.</param>
internal sealed record PageDevelopments(string? FiledBy, int LateAfterDays, DateTimeOffset Now)
{
    /// <summary>The page with every development due.</summary>
    public LedgerPage Notice(LedgerPage page, PageFold fold)
    {
        var noticed = page.Developments.ToList();
        var histories = fold.Instruments.ToDictionary(instrument => instrument, instrument => instrument.History());
        foreach (var instrument in fold.Instruments)
        {
            var history = histories[instrument];
            if (history.Current is { News: { } news } current
                && !noticed.Exists(one => IsOf(one, instrument, fold) && BorneBy(one, instrument, history) == current)
                && !noticed.Exists(one => IsToldAlready(one, current)))
                noticed.Add(News(instrument, history, current, news, noticed));
        }
        var corrected = noticed.Select(one => one.Development.Corrects).OfType<string>().ToHashSet(StringComparer.Ordinal);
        foreach (var one in page.Developments.Where(one => one.Development.Kind != DevelopmentKind.Correction && !corrected.Contains(one.Development.Id)))
            if (fold.Of(one.Development.Agreement) is { } instrument && IsTakenBack(one, page, fold, histories))
                noticed.Add(Correction(one, instrument, histories[instrument]));
        return noticed.Count == page.Developments.Count ? page : page with { Developments = noticed };
    }

    private static bool IsOf(NoticedDevelopment noticed, PageInstrument instrument, PageFold fold)
        => noticed.Development.Kind != DevelopmentKind.Correction && fold.Of(noticed.Development.Agreement) == instrument;

    /// <summary>The run that bears out what was told: the one its entry is in, else the one of that stage and time; null where none does.</summary>
    private static StageRun? BorneBy(NoticedDevelopment noticed, PageInstrument instrument, StageHistory history)
    {
        if (history.Fallen.Any(entry => entry.Key == noticed.Entry))
            return null;
        // An entry that went to another instrument took its news along.
        var entry = instrument.Entries.Find(one => one.Key == noticed.Entry);
        return history.Runs.FirstOrDefault(run => run.Entries.Any(one => one.Key == noticed.Entry && one.Stage == run.Stage))
            ?? (entry is null && noticed.Entry is not null && instrument.Entries.TrueForAll(one => one.Article != noticed.Development.Article)
                ? null
                : history.RunOf(noticed));
    }

    /// <summary>True where the very entry was told under another id before the instruments were told apart.</summary>
    private static bool IsToldAlready(NoticedDevelopment noticed, StageRun run)
        => noticed.Development.Kind != DevelopmentKind.Correction && noticed.Development.Stage == run.Stage
            && run.Entries.Any(entry => entry.Key == noticed.Entry);

    /// <summary>True where no text that stands tells it any more, or what told it was not borne out.</summary>
    private static bool IsTakenBack(
        NoticedDevelopment noticed, LedgerPage page, PageFold fold, Dictionary<PageInstrument, StageHistory> histories)
    {
        if (histories.Values.Any(history => history.Fallen.Any(entry => entry.Key == noticed.Entry)))
            return true;
        if (page.Entries.Any(entry => entry.Stands && entry.Key == noticed.Entry))
            return false;
        var instrument = fold.Of(noticed.Development.Agreement)!;
        return !instrument.Entries.Exists(entry => entry.Stands && !entry.Denies && entry.Stage == noticed.Development.Stage)
            && histories[instrument].RunOf(noticed) is null;
    }

    private NoticedDevelopment News(
        PageInstrument instrument, StageHistory history, StageRun current, DossierEntry news, List<NoticedDevelopment> noticed)
    {
        var id = instrument.Id!;
        var time = noticed.Count(one => one.Development.Kind != DevelopmentKind.Correction
            && one.Development.Agreement == id && one.Development.Stage == current.Stage) + 1;
        var previous = history.Runs.Count > 1 ? history.Runs[^2].Stage : (AgreementStage?)null;
        var development = new Development(AgreementId.OfDevelopment(id, current.Stage, time), id, current.Stage, previous, news.Article, Now)
        {
            Kind = IsLate(instrument, current) ? DevelopmentKind.Late : DevelopmentKind.News,
        };
        return new(development, current.Since, FiledBy ?? news.Article, null) { Entry = news.Key };
    }

    private NoticedDevelopment Correction(NoticedDevelopment told, PageInstrument instrument, StageHistory history)
    {
        var against = history.Contradictions.Where(entry => entry.Denies || entry.Stage != told.Development.Stage)
            .Select(entry => entry.Article).LastOrDefault();
        var development = new Development(
            AgreementId.OfCorrection(told.Development.Id),
            instrument.Id!,
            history.Current?.Stage ?? AgreementStage.Mentioned,
            told.Development.Stage,
            FiledBy ?? against ?? told.Development.Article,
            Now)
        {
            Kind = DevelopmentKind.Correction,
            Corrects = told.Development.Id,
        };
        return new(development, DateOnly.FromDateTime(Now.UtcDateTime), FiledBy ?? told.FiledBy, null) { Entry = told.Entry };
    }

    /// <summary>By the day that is told or, where no text tells one, by the day that is known.</summary>
    private bool IsLate(PageInstrument instrument, StageRun run)
    {
        var day = !run.IsDated && instrument.Known?.DayOf(run.Stage) is { } known && known.Last < run.Since ? known.Last : run.Since;
        return day < DateOnly.FromDateTime(Now.UtcDateTime).AddDays(-LateAfterDays);
    }
}
