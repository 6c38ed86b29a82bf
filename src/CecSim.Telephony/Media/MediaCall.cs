using System.Collections.Concurrent;
using System.Net;
using CecSim.Guarding;
using CecSim.Telephony.Media.Lines;
using CecSim.Telephony.WebRtc.Dtls;
using CecSim.Telephony.WebRtc.Sdp;
using CecSim.Telephony.WebRtc.Stun;
using CecSim.Telephony.WebRtc.Transport;

namespace CecSim.Telephony.Media;

/// <summary>
/// The media of one call. Events are raised without a lock held, on whichever thread found the reason.
/// </summary>
public sealed partial class MediaCall : IDisposable
{
    /// <summary>A browser checks from each of its interfaces; more than these are not kept.</summary>
    private const int AddressesMax = 16;

    private readonly Lock _gate = new();
    private readonly CallTable _table;
    private readonly WebRtcTransport _transport;
    private readonly LineTable _lines;
    private readonly CallDescription _description;
    private readonly MediaWishes _wishes;
    private readonly TimeProvider _clock;
    private readonly long _acceptedAt;
    private readonly HashSet<SocketAddress> _addresses = [];
    private readonly HashSet<string> _fragments = [];
    private readonly ConcurrentQueue<CallNews> _news = new();
    private IceCredentials? _peerIce;
    private MediaSource _source;
    private TimeSpan? _connectedAfter;
    private bool _released;

    internal MediaCall(
        CallTable table,
        TransportSetting setting,
        CallDescription description,
        MediaWishes wishes)
    {
        _table = table;
        _clock = setting.Clock;
        _wishes = wishes;
        _source = wishes.Source;
        _acceptedAt = _clock.GetTimestamp();
        _transport = new WebRtcTransport(
            wishes.Trouble?.RefusesHandshake == true ? setting with { Profiles = [] } : setting);
        _lines = new LineTable(new LinePaths(_transport, wishes.Trouble, _clock), _clock, wishes.Recording);
        _description = description;
        Id = _transport.Ice.Credentials.Fragment;
        _table.Add(this);
        Name();
    }

    /// <summary>The handshake is done and media flow.</summary>
    public event Action<MediaCall>? Connected;

    /// <summary>The peer pressed a key: RFC 4733.</summary>
    public event Action<MediaCall, char>? DigitHeard;

    /// <summary>No more media will flow. The call is already released; <see cref="Report"/> still answers.</summary>
    public event Action<MediaCall, TransportEnd>? Ended;

    public string Id { get; }

    /// <summary>Why it ended, where CecSim itself failed; null else.</summary>
    public Failure? Failure { get; private set; }

    public MediaSource Source
    {
        get
        {
            lock (_gate)
            {
                return _source;
            }
        }

        set
        {
            lock (_gate)
            {
                _source = value;
                foreach (var line in _lines.Active)
                {
                    line.Play(value);
                }
            }
        }
    }

    /// <summary>The peer's last offer lets nothing be sent to it: it has put the call on hold.</summary>
    public bool IsHeldByPeer
    {
        get
        {
            lock (_gate)
            {
                return _lines.AreHeldByPeer;
            }
        }
    }

    /// <summary>Keys that came otherwise than with the media, as in an INFO: the line's all the same.</summary>
    public void NoteDigits(string digits)
    {
        lock (_gate)
        {
            _lines.Active.OfType<AudioLine>().FirstOrDefault()?.NoteDigits(digits);
        }
    }

    /// <summary>Presses keys; false when the peer takes none, one is none, or too many wait already.</summary>
    public bool SendDigits(string digits)
    {
        lock (_gate)
        {
            return _lines.Active.OfType<AudioLine>().FirstOrDefault()?.TrySend(digits) == true;
        }
    }

    public void Close()
    {
        lock (_gate)
        {
            _lines.SayGoodbye();
            _transport.Close();
            Settle();
        }

        Announce();
    }

    public void Dispose() => Close();

    /// <summary>Something of this call has thrown: its media end, and its listeners are told.</summary>
    internal void Fail(Failure why)
    {
        Failure ??= why;
        Close();
    }

    /// <summary>The answer to a check; empty when the check is not this call's.</summary>
    internal ReadOnlySpan<byte> Answer(Span<byte> buffer, in StunMessage check, SocketAddress from, PacketPort port)
    {
        lock (_gate)
        {
            var answer = _transport.Answer(buffer, check, from, port);
            if (!answer.IsEmpty
                && check.UnknownAttributes.IsEmpty
                && _addresses.Count < AddressesMax
                && !_addresses.Contains(from))
            {
                var address = IceLiteAgent.Copy(from);
                _addresses.Add(address);
                _table.Place(address, this);
            }

            return answer;
        }
    }

    internal void Receive(Span<byte> buffer, int length, PacketKind kind)
    {
        lock (_gate)
        {
            var plain = _transport.Receive(buffer[..length], kind);
            if (plain > 0 && kind == PacketKind.Rtcp)
            {
                _lines.ReceiveRtcp(buffer[..plain]);
            }
            else if (plain > 0 && _lines.ReceiveRtp(buffer, plain, length) is { } digit)
            {
                _news.Enqueue(new CallNews(digit, null));
            }

            Settle();
        }

        Announce();
    }

    internal void Tick()
    {
        lock (_gate)
        {
            _transport.Tick();
            _lines.Tick();

            Settle();
        }

        Announce();
    }

    // However often ICE restarts, only the last two names lead here.
    private void Name()
    {
        var former = _transport.Ice.Former?.Fragment;
        foreach (var old in _fragments.Where(f => f != former))
        {
            _table.Forget(old);
        }

        _fragments.RemoveWhere(f => f != former);
        _fragments.Add(_transport.Ice.Credentials.Fragment);
        _table.Name(_transport.Ice.Credentials.Fragment, this);
    }

    private void Settle()
    {
        if (_connectedAfter is null && _transport.Dtls.State == DtlsState.Connected)
        {
            _connectedAfter = _clock.GetElapsedTime(_acceptedAt);
            _news.Enqueue(default);
        }

        if (_transport.End is { } end && !_released)
        {
            _released = true;
            _table.Remove(this, _fragments, _addresses);
            _transport.Dispose();
            _wishes.Recording?.End();
            _news.Enqueue(new CallNews(null, end));
        }
    }

    private void Announce()
    {
        while (_news.TryDequeue(out var news))
        {
            switch (news)
            {
                case { Digit: { } digit }:
                    DigitHeard?.Invoke(this, digit);
                    break;
                case { End: { } end }:
                    Ended?.Invoke(this, end);
                    break;
                default:
                    Connected?.Invoke(this);
                    break;
            }
        }
    }
}
