using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using NCrontab;

namespace NewsWatch.Functions.Tests;

public sealed class TriggerTests
{
    [Fact]
    public void There_is_a_function_for_every_stage_for_what_waits_and_for_the_review_site()
        => Assert.Equal(
            ["ClassifyArticle", "CollectPoison", "CompactStore", "ExtractArticle", "NotifyOperator", "PollFeedBatch", "PollFeeds", "Review", "SendAlerts", "SendDigests", "SweepStore", "TrackAgreement"],
            FunctionDefinition.All.Select(function => function.Name));

    [Fact]
    public void Every_function_is_named_as_its_class_and_its_file()
    {
        foreach (var function in FunctionDefinition.All)
            Assert.Equal(function.Name, function.Method.DeclaringType!.Name);
    }

    [Fact]
    public void The_queues_are_those_of_the_pipeline_each_once()
        => Assert.Equal(
            Pipeline.Queues.Order(StringComparer.Ordinal),
            FunctionDefinition.OfQueues.Select(function => function.Queue!.QueueName).Order(StringComparer.Ordinal));

    [Fact]
    public void A_queue_is_named_as_the_function_it_feeds()
    {
        // The timer has the name that batches would have.
        foreach (var function in FunctionDefinition.OfQueues.Where(function => function.Queue!.QueueName != Pipeline.PollFeeds))
            Assert.Equal(
                string.Concat(function.Name.Select((letter, index) => (index > 0 && char.IsUpper(letter) ? "-" : "") + char.ToLowerInvariant(letter))),
                function.Queue!.QueueName);
    }

    [Fact]
    public void Every_queue_is_opened_by_the_connection_the_sample_settings_name()
    {
        foreach (var function in FunctionDefinition.OfQueues)
            Assert.True(Settings.TryGetProperty(function.Queue!.Connection!, out _), $"{function.Name}: {function.Queue.Connection}");
    }

    [Fact]
    public void The_schedule_is_a_setting_of_six_fields()
    {
        var schedule = FunctionDefinition.All.Single(function => function.Name == nameof(PollFeeds)).Timer!.Schedule;
        Assert.Equal("%PollSchedule%", schedule);
        var cron = CrontabSchedule.Parse(Settings.GetProperty(schedule.Trim('%')).GetString()!, new() { IncludingSeconds = true });
        Assert.Equal(
            new DateTime(2026, 3, 10, 12, 5, 0, DateTimeKind.Utc),
            cron.GetNextOccurrence(DateTime.Parse("2026-03-10T12:00:00Z", CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal)));
    }

    [Fact]
    public void The_review_site_takes_every_path_and_signs_nobody_in_by_key()
    {
        var http = FunctionDefinition.All.Single(function => function.Http is not null).Http!;
        Assert.Equal("{*path}", http.Route);
        Assert.Equal("", HostJson.Read("extensions", "http", "routePrefix").GetString());
        Assert.Equal(AuthorizationLevel.Anonymous, http.AuthLevel);
        Assert.Equal([HttpMethods.Get, HttpMethods.Head, HttpMethods.Post], http.Methods!.Select(method => method.ToUpperInvariant()));
    }

    [Fact]
    public void The_host_poisons_a_message_after_the_delivery_a_stage_gives_up_on()
    {
        Assert.Equal(Pipeline.MaxDeliveries, HostJson.Read("extensions", "queues", "maxDequeueCount").GetInt32());
        Assert.Equal("base64", HostJson.Read("extensions", "queues", "messageEncoding").GetString());
    }

    [Fact]
    public void Every_function_passes_cancellation_on_where_it_waits()
    {
        foreach (var function in FunctionDefinition.All.Where(function => function.Http is null))
            Assert.Contains(function.Method.GetParameters(), parameter => parameter.ParameterType == typeof(CancellationToken));
    }

    private static JsonElement Settings
    {
        get
        {
            using var file = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "local.settings.sample.json")));
            return file.RootElement.GetProperty("Values").Clone();
        }
    }
}
