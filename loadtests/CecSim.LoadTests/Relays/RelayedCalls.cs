using CecSim.Telephony.WebRtc;
using CecSim.Telephony.WebRtc.Srtp;

namespace CecSim.LoadTests.Relays;

/// <summary>
/// Calls from a side that seals its packets to one that does not, through a relay: 50 packets a second each way, evenly
/// in time.
/// </summary>
internal sealed class RelayedCalls : IDisposable
{
    private const int PacketsPerSecond = 50;

    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(1);

    private readonly RelayedSide _customers;
    private readonly RelayedSide _agents;
    private readonly Task _receiving;
    private int _count;

    public RelayedCalls(RelayedCodec customers, RelayedCodec agents)
    {
        _customers = new RelayedSide(customers);
        _agents = new RelayedSide(agents);
        _receiving = Task.WhenAll(_customers.ReceiveAsync(), _agents.ReceiveAsync());
    }

    public long SentCount => _customers.SentCount + _agents.SentCount;

    public long ReceivedCount => _customers.ReceivedCount + _agents.ReceivedCount;

    /// <summary>Places one more.</summary>
    /// <exception cref="IOException">The relay refuses it.</exception>
    public async Task PlaceAsync(NgClient relay, CancellationToken ends)
    {
        var id = $"call-{_count++}";
        var key = SdesLine.New(1, SrtpProfile.AesCm128HmacSha1Tag80, RandomSource.Secure);
        var offered = await relay.AskAsync(
            new()
            {
                ["command"] = "offer",
                ["call-id"] = id,
                ["from-tag"] = "customer",
                ["transport-protocol"] = "RTP/AVP",
                ["ICE"] = "remove",
                ["sdp"] = _customers.Describe(key),
            },
            ends);
        var answered = await relay.AskAsync(
            new()
            {
                ["command"] = "answer",
                ["call-id"] = id,
                ["from-tag"] = "customer",
                ["to-tag"] = "agent",
                ["transport-protocol"] = "RTP/SAVP",
                ["ICE"] = "remove",
                ["sdp"] = _agents.Describe(key: null),
            },
            ends);
        _agents.Add(offered["sdp"]!, key: null);
        _customers.Add(answered["sdp"]!, key);
    }

    /// <summary>All talk for so long.</summary>
    /// <param name="lag">Told how late each round of packets begins.</param>
    public async Task TalkAsync(TimeSpan time, LatencyHistogram? lag, CancellationToken ends)
    {
        var rate = (double)_count * PacketsPerSecond;
        var clock = TimeProvider.System;
        var began = clock.GetTimestamp();
        for (var sent = 0L; sent < time.TotalSeconds * rate;)
        {
            await Task.Delay(Step, clock, ends);
            var elapsed = clock.GetElapsedTime(began);
            lag?.Record(TimeSpan.FromSeconds(Math.Max(0, elapsed.TotalSeconds - (sent / rate))));
            for (var due = Math.Min(elapsed.TotalSeconds, time.TotalSeconds) * rate; sent < due; sent++)
            {
                var call = (int)(sent % _count);
                _customers.Send(call);
                _agents.Send(call);
            }
        }
    }

    public void Dispose()
    {
        _customers.Dispose();
        _agents.Dispose();
        _receiving.Wait(CancellationToken.None);
    }
}
