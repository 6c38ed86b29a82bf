namespace CecSim.Server.Tests.Telemetry;

/// <summary>The dashboard in the repository asks for what the meter has, by the names of Prometheus.</summary>
public sealed partial class DashboardTests
{
    private static readonly string[] Instruments =
    [
        "cecsim_calls",
        "cecsim_event_latency_seconds",
        "cecsim_failures_total",
        "cecsim_faults_fired_total",
        "cecsim_gateway_held",
        "cecsim_journal_dropped_total",
        "cecsim_media_connect_duration_seconds",
        "cecsim_media_dropped_total",
        "cecsim_media_ended_total",
        "cecsim_media_lost_total",
        "cecsim_media_packets_total",
        "cecsim_nuisances_total",
        "cecsim_polls_held",
        "cecsim_request_duration_seconds",
        "cecsim_spaces_failed",
        "cecsim_tokens_issued_total",
    ];

    private static readonly string[] Tags =
    [
        "cecsim_call_state",
        "cecsim_direction",
        "cecsim_end",
        "cecsim_fault",
        "cecsim_held",
        "cecsim_nuisance",
        "cecsim_operation",
        "cecsim_place",
        "cecsim_poll",
        "cecsim_reason",
        "cecsim_space",
        "cecsim_token",
    ];

    [Fact]
    public async Task It_asks_for_every_instrument_and_for_nothing_that_is_none()
    {
        await using var cec = await TestCec.StartAsync();
        using var readings = new Readings(cec.Spaces);
        var there = readings.Names.Select(n => n.Replace('.', '_'));
        Assert.Equal(there.Order(), Instruments.Select(i => Unit().Replace(i, "")).Order());

        var dashboard = await File.ReadAllTextAsync(
            Path.Combine(AppContext.BaseDirectory, "cecsim.grafana.json"), TestCec.TestEnds);

        Assert.Equal(
            Instruments.Concat(Tags).Order(),
            Name().Matches(dashboard).Select(m => Part().Replace(m.Value, "")).Distinct().Order());
    }

    [GeneratedRegex("cecsim_[a-z_]+(?=[^a-z_.])")]
    private static partial Regex Name();

    [GeneratedRegex("_(bucket|count)$")]
    private static partial Regex Part();

    [GeneratedRegex("_(seconds|total)$")]
    private static partial Regex Unit();
}
