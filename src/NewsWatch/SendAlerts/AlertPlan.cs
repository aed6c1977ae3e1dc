using NewsWatch.TrackAgreement;

namespace NewsWatch.SendAlerts;

/// <summary>What becomes of a development for one channel: exactly one of the nested cases.</summary>
internal abstract record AlertPlan
{
    private AlertPlan() { }

    /// <summary>The channel did not ask for it.</summary>
    public sealed record Pass : AlertPlan;

    /// <summary>It is told now.</summary>
    public sealed record Tell : AlertPlan;

    /// <summary>It waits.</summary>
    /// <param name="Reason">Why.</param>
    /// <param name="Due">Until when.</param>
    public sealed record Hold(HoldReason Reason, DateTimeOffset Due) : AlertPlan;
}

/// <summary>Decides when a channel is told. Pure.</summary>
/// <param name="subscription">What the channel asked for.</param>
/// <param name="burst">Developments told one by one within an hour.</param>
internal sealed class AlertPlanner(Subscription subscription, int burst)
{
    // The ledger tells what was learned late; a report that lay about in a feed for a week is no news either.
    private const int NewsDays = 7;

    private static readonly TimeSpan LookAgain = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly Timetable timetable = new(subscription);

    /// <summary>What becomes of a development that is not decided on yet.</summary>
    /// <param name="alert">The development.</param>
    /// <param name="box">What waits for the channel.</param>
    /// <param name="isFirstPass">True while the first look at the feeds is under way.</param>
    /// <param name="now">When.</param>
    public AlertPlan Plan(Alert alert, Outbox box, bool isFirstPass, DateTimeOffset now)
    {
        if (!subscription.Wants(alert))
            return new AlertPlan.Pass();
        if (!subscription.Believes(alert))
            return new AlertPlan.Hold(HoldReason.Evidence, now + LookAgain);
        return PlanBelieved(alert, box, isFirstPass, now);
    }

    /// <summary>The same for what rests on enough.</summary>
    public AlertPlan PlanBelieved(Alert alert, Outbox box, bool isFirstPass, DateTimeOffset now)
    {
        var isLate = IsLate(alert);
        if (subscription.IsUrgent(alert.Stage) && !isLate)
            return new AlertPlan.Tell();
        if (subscription.Rhythm != Rhythm.Instant)
            return new AlertPlan.Hold(HoldReason.Digest, timetable.NextDigest(now));
        if (isFirstPass)
            return new AlertPlan.Hold(HoldReason.FirstPass, DateTimeOffset.MaxValue);
        if (isLate)
            return new AlertPlan.Hold(HoldReason.Late, timetable.NextDigest(now));
        if (timetable.AfterQuiet(now) is var end && end > now)
            return new AlertPlan.Hold(HoldReason.Quiet, end);
        if (box.Held.FirstOrDefault(held => held.Reason == HoldReason.Burst) is { } other)
            return new AlertPlan.Hold(HoldReason.Burst, other.Due);
        ToldAlert[] lately = [.. box.Told.Where(told => told.At > now - Hour)];
        return lately.Length < burst
            ? new AlertPlan.Tell()
            : new AlertPlan.Hold(HoldReason.Burst, timetable.AfterQuiet(lately.Min(told => told.At) + Hour));
    }

    /// <summary>When a correction is told: at once, but for quiet hours.</summary>
    /// <param name="correction">The correction.</param>
    /// <param name="now">When.</param>
    public AlertPlan PlanCorrection(Alert correction, DateTimeOffset now)
    {
        var isUrgent = correction.Previous is { } back && subscription.IsUrgent(back);
        return !isUrgent && timetable.AfterQuiet(now) is var end && end > now ? new AlertPlan.Hold(HoldReason.Quiet, end)
            : new AlertPlan.Tell();
    }

    private static bool IsLate(Alert alert) => alert.Kind == DevelopmentKind.Late
        || (alert.Sources.Count > 0 && alert.Sources.Max(source => source.ReportedOn) < DateOnly.FromDateTime(alert.At.UtcDateTime)
            .AddDays(-NewsDays));
}
