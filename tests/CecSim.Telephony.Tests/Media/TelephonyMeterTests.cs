using System.Diagnostics.Metrics;

namespace CecSim.Telephony.Tests.Media;

/// <summary>What the media of calls measure, as a listener of their meter hears it.</summary>
public sealed class TelephonyMeterTests : IDisposable
{
    private static readonly TimeSpan Late = TimeSpan.FromMilliseconds(50);

    private readonly TelephonyMeter _meter;
    private readonly MeterListener _listener = new();
    private readonly Dictionary<string, double> _sums = [];

    public TelephonyMeterTests()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Scope == this)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((i, value, tags, _) => Hear(i, value, tags));
        _listener.SetMeasurementEventCallback<double>((i, value, tags, _) => Hear(i, value, tags));
        _listener.Start();
        _meter = new TelephonyMeter(scope: this);
    }

    public void Dispose()
    {
        _listener.Dispose();
        _meter.Dispose();
    }

    [Fact]
    public void Packets_their_loss_and_their_copies_are_those_of_the_network()
    {
        var rough = new Network(1, 0.2, Late, TimeSpan.Zero) { Doubled = 0.3 };
        using var call = new EmulatedCall(1, rough, new Network(2, 0, Late, TimeSpan.Zero), meter: _meter);
        call.Run(TimeSpan.FromSeconds(20));
        call.Rest();
        Assert.False(_sums.ContainsKey("cecsim.media.lost in"));

        call.Call.Close();

        var up = call.Stream(isUp: true, 111);
        var report = call.Call.Report();
        Assert.Equal((up.Arrived, report.Lines[0].PacketsOut), (Sum("packets in"), Sum("packets out")));
        Assert.Equal(up.Lost, Sum("lost in"));
        Assert.Equal(report.Rejected, Sum("dropped rejected"));
        Assert.InRange(report.Rejected, up.Copies, int.MaxValue);
        Assert.Equal(report.ConnectedAfter!.Value.TotalSeconds, _sums["cecsim.media.connect.duration "]);
        Assert.Equal(1, Sum("ended closed"));
    }

    [Fact]
    public void A_call_without_a_network_ends_for_a_reason_and_has_connected_at_no_time()
    {
        var dead = new Network(1, 1, Late, TimeSpan.Zero);
        using var call = new EmulatedCall(1, dead, dead, meter: _meter);

        call.Run(TimeSpan.FromSeconds(31));

        Assert.Equal(TransportEnd.NeverConnected, call.Call.Report().End);
        Assert.Equal(["cecsim.media.ended neverConnected"], _sums.Keys);
    }

    private double Sum(string what) => _sums[$"cecsim.media.{what}"];

    private void Hear(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var name = $"{instrument.Name} {(tags.IsEmpty ? "" : tags[0].Value)}";
        _sums[name] = _sums.GetValueOrDefault(name) + value;
    }
}
