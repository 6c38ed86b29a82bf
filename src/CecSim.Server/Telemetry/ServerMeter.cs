using System.Diagnostics.Metrics;
using CecSim.Guarding;
using CecSim.Server.Gateway;
using CecSim.Simulation.Faults;
using CecSim.Simulation.Polls;

namespace CecSim.Server.Telemetry;

/// <summary>What a server counts and measures, under the names that the dashboard asks for.</summary>
internal sealed class ServerMeter : IDisposable
{
    // From what an answer at once takes to beyond the longest hold.
    private static readonly InstrumentAdvice<double> Buckets = new()
    {
        HistogramBucketBoundaries =
            [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 15, 30, 60],
    };

    private readonly SpaceDirectory _spaces;
    private readonly Guard _guard;
    private readonly CallGateway _gateway;
    private readonly Meter _meter;
    private readonly Histogram<double> _requests;
    private readonly Histogram<double> _events;

    public ServerMeter(SpaceDirectory spaces, Guard guard, CallGateway gateway)
    {
        _spaces = spaces;
        _guard = guard;
        _gateway = gateway;
        _meter = new Meter(new MeterOptions(TelemetrySource.Meter) { Scope = spaces });
        _requests = _meter.CreateHistogram<double>(
            "cecsim.request.duration",
            "s",
            "From a vendor request's head to the end of its answer; real time.",
            tags: null,
            Buckets);
        _events = _meter.CreateHistogram<double>(
            "cecsim.event.latency",
            "s",
            "From the moment an event was due to its written response; space time.",
            tags: null,
            Buckets);
        _meter.CreateObservableCounter("cecsim.tokens.issued", Tokens, "{token}", "Tokens that clients were given.");
        _meter.CreateObservableGauge("cecsim.polls.held", HeldPolls, "{poll}", "Long polls that wait now.");
        _meter.CreateObservableGauge("cecsim.calls", Calls, "{call}", "Calls that are remembered, by state.");
        _meter.CreateObservableCounter("cecsim.faults.fired", Faults, "{fault}", "Requests and events struck.");
        _meter.CreateObservableCounter(
            "cecsim.journal.dropped", Dropped, "{entry}", "Requests that the journal no longer holds.");
        _meter.CreateObservableCounter(
            "cecsim.failures", Failures, "{failure}", "Exceptions inside CecSim that nobody waited for: defects.");
        _meter.CreateObservableCounter(
            "cecsim.nuisances", Nuisances, "{nuisance}", "What others did wrong and was passed over.");
        _meter.CreateObservableGauge(
            "cecsim.gateway.held", HeldByGateway, "{item}", "What the gateway holds now; nothing when it is at rest.");
        _meter.CreateObservableGauge(
            "cecsim.spaces.failed", FailedSpaces, "{space}", "Spaces that have failed and wait for a reset.");
    }

    public bool MeasuresRequests => _requests.Enabled || _events.Enabled;

    /// <param name="now">The space's time, where events were delivered.</param>
    public void Ended(VendorExchange exchange, TimeSpan took, DateTimeOffset now)
    {
        KeyValuePair<string, object?> space = new("cecsim.space", exchange.Space.Settings.Name);
        KeyValuePair<string, object?> operation = new("cecsim.operation", exchange.Route.Operation.Word);
        _requests.Record(
            took.TotalSeconds,
            space,
            operation,
            new("http.response.status_code", exchange.Http.Response.StatusCode));
        foreach (var item in exchange.Delivered)
        {
            _events.Record((now - item.At).TotalSeconds, space, operation);
        }
    }

    public void Dispose() => _meter.Dispose();

    private IEnumerable<Measurement<int>> HeldPolls() =>
        from hosted in _spaces.Hosted
        from kind in Enum.GetValues<PollKind>()
        select new Measurement<int>(
            hosted.Space.Polls.Count(kind),
            new("cecsim.space", hosted.Name),
            new("cecsim.poll", EnumNames.Of(kind)));

    private IEnumerable<Measurement<int>> Calls() =>
        from hosted in _spaces.Hosted
        from calls in hosted.Space.Calls.CountByState
        select new Measurement<int>(
            calls.Value,
            new("cecsim.space", hosted.Name),
            new("cecsim.call.state", EnumNames.Of(calls.Key)));

    private IEnumerable<Measurement<long>> Tokens()
    {
        foreach (var hosted in _spaces.Hosted)
        {
            KeyValuePair<string, object?> space = new("cecsim.space", hosted.Name);
            yield return new(hosted.Space.AccessTokens.IssuedCount, space, new("cecsim.token", "access"));
            yield return new(hosted.Space.MessagingTokens.IssuedCount, space, new("cecsim.token", "messaging"));
        }
    }

    private IEnumerable<Measurement<long>> Failures() =>
        from kind in _guard.Failures
        select new Measurement<long>(kind.Count, new("cecsim.place", kind.Place), new("error.type", kind.ErrorType));

    private IEnumerable<Measurement<long>> Nuisances() =>
        from nuisance in _guard.Nuisances
        where nuisance.Count > 0
        select new Measurement<long>(
            nuisance.Count, new KeyValuePair<string, object?>("cecsim.nuisance", nuisance.Name));

    private IEnumerable<Measurement<int>> HeldByGateway() =>
        from held in GatewayLoad.Of(_gateway).ByName
        where held.Value > 0
        select new Measurement<int>(held.Value, new KeyValuePair<string, object?>("cecsim.held", held.Key));

    private IEnumerable<Measurement<int>> FailedSpaces() =>
        from hosted in _spaces.Hosted
        where hosted.Space.Failure is not null
        select new Measurement<int>(1, new KeyValuePair<string, object?>("cecsim.space", hosted.Name));

    private IEnumerable<Measurement<long>> Dropped() =>
        from hosted in _spaces.Hosted
        select new Measurement<long>(
            hosted.Space.Journal.DroppedCount, new KeyValuePair<string, object?>("cecsim.space", hosted.Name));

    private IEnumerable<Measurement<long>> Faults() =>
        from hosted in _spaces.Hosted
        from fault in hosted.Space.Faults.View
        select new Measurement<long>(
            fault.StrikesCount,
            new("cecsim.space", hosted.Name),
            new("cecsim.fault", ScenarioParts.NameOf(fault.Rule.Inject)),
            new("cecsim.fault.id", fault.Id),
            new("cecsim.operation", EnumNames.Of(fault.Rule.At)));
}
