namespace NewsWatch.Text.Dates;

/// <summary>Which number of a date such as <c>3/4/2026</c> is the day, where either could be.</summary>
internal enum DayOrder
{
    /// <summary>Nothing tells.</summary>
    Unknown,

    /// <summary>3 April, as most of the world writes it.</summary>
    DayFirst,

    /// <summary>4 March.</summary>
    MonthFirst,
}
