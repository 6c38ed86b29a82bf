using System.Diagnostics.Metrics;

namespace CecSim.Telephony;

/// <summary>
/// What the media of calls measure, a gateway's or those of placed calls. Where nobody listens it costs next to
/// nothing, and a packet allocates nothing either way.
/// </summary>
public sealed class TelephonyMeter : IDisposable
{
    /// <summary>The same as the server's, so that whoever exports one exports both.</summary>
    public const string Name = "CecSim";

    private static readonly KeyValuePair<string, object?> In = new("cecsim.direction", "in");
    private static readonly KeyValuePair<string, object?> Out = new("cecsim.direction", "out");
    private static readonly KeyValuePair<string, object?> RejectedTag = new("cecsim.reason", "rejected");
    private static readonly KeyValuePair<string, object?> UnclaimedTag = new("cecsim.reason", "unclaimed");

    // From a call on one machine to the end of a gateway's patience.
    private static readonly InstrumentAdvice<double> Buckets = new()
    {
        HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
    };

    private readonly Meter _meter;
    private readonly Counter<long> _packets;
    private readonly Counter<long> _dropped;
    private readonly Counter<long> _lost;
    private readonly Counter<long> _ended;
    private readonly Histogram<double> _connected;

    /// <param name="scope">Of the meter: whose it is, where a process has several.</param>
    public TelephonyMeter(object? scope = null)
    {
        _meter = new Meter(new MeterOptions(Name) { Scope = scope });
        _packets = _meter.CreateCounter<long>(
            "cecsim.media.packets", "{packet}", "RTP packets that came and were good, and that went out.");
        _dropped = _meter.CreateCounter<long>(
            "cecsim.media.dropped", "{packet}", "Packets of a call that were of no use to it.");
        _lost = _meter.CreateCounter<long>(
            "cecsim.media.lost", "{packet}", "RTP packets that never came, counted when their call is over.");
        _ended = _meter.CreateCounter<long>("cecsim.media.ended", "{call}", "Calls whose media are over, by why.");
        _connected = _meter.CreateHistogram(
            "cecsim.media.connect.duration",
            "s",
            "From a call's offer and answer to the end of ICE and the DTLS handshake.",
            tags: null,
            Buckets);
    }

    public void Dispose() => _meter.Dispose();

    internal void CountIn() => _packets.Add(1, In);

    internal void CountOut() => _packets.Add(1, Out);

    /// <summary>Forged, replayed or damaged.</summary>
    internal void CountRejected() => _dropped.Add(1, RejectedTag);

    /// <summary>Of a payload type that was never agreed on.</summary>
    internal void CountUnclaimed() => _dropped.Add(1, UnclaimedTag);

    internal void CountConnected(TimeSpan after) => _connected.Record(after.TotalSeconds);

    internal void CountEnded(TransportEnd why, long lost)
    {
        _ended.Add(1, new KeyValuePair<string, object?>("cecsim.end", NameOf(why)));
        if (lost > 0)
        {
            _lost.Add(lost, In);
        }
    }

    private static string NameOf(TransportEnd why) => why switch
    {
        TransportEnd.Closed => "closed",
        TransportEnd.ClosedByPeer => "closedByPeer",
        TransportEnd.ConsentLost => "consentLost",
        TransportEnd.HandshakeFailed => "handshakeFailed",
        TransportEnd.NeverConnected => "neverConnected",
        TransportEnd.NeverSecured => "neverSecured",
        TransportEnd.MediaMissing => "mediaMissing",
    };
}
