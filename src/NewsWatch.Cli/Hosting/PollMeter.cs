using NewsWatch.Cli.Output;
using NewsWatch.PollFeeds;

namespace NewsWatch.Cli.Hosting;

/// <summary>Shows on a bar how far a poll has come.</summary>
internal sealed class PollMeter(Meter meter) : IProgress<PollStep>
{
    public void Report(PollStep value)
    {
        if (value.Due == 0)
            return;
        meter.Expect(value.Due);
        meter.At(value.Done);
    }
}
