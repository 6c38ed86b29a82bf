using System.Collections.Concurrent;
using CecSim.Telephony.Capture;
using CecSim.Telephony.Media.Lines;
using CecSim.Telephony.WebRtc.Stun;

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
    private readonly RtcCore _core;
    private readonly MediaOptions _wishes;
    private readonly HashSet<SocketAddress> _addresses = [];
    private readonly HashSet<string> _fragments = [];
    private readonly ConcurrentQueue<MediaCallEvent> _events = new();
    private MediaSource _source;
    private Action<MediaCall>? _connected;
    private bool _isConnected;
    private bool _hasTold;
    private volatile bool _released;

    internal MediaCall(
        CallTable table, MediaTransport transport, TransportSetting setting, MediaOptions wishes)
    {
        _table = table;
        _wishes = wishes;
        _source = wishes.Source;
        _core = new RtcCore(transport, setting, wishes.Trouble, wishes.Recording);
        Capture = setting.Capture;
        Id = transport.Id;
        _table.Add(this);
        Name();
    }

    /// <summary>
    /// Media can flow: the handshake is done, or, without one, both sides know where the other is. Who begins to listen
    /// after that is told at once.
    /// </summary>
    public event Action<MediaCall>? Connected
    {
        add
        {
            lock (_gate)
            {
                _connected += value;
                if (!_hasTold)
                {
                    return;
                }
            }

            value?.Invoke(this);
        }

        remove
        {
            lock (_gate)
            {
                _connected -= value;
            }
        }
    }

    /// <summary>The peer pressed a key: RFC 4733.</summary>
    public event Action<MediaCall, char>? DigitHeard;

    /// <summary>No more media will flow. The call is already released; <see cref="Report"/> still answers.</summary>
    public event Action<MediaCall, TransportEnd>? Ended;

    public string Id { get; }

    /// <summary>Its packets; null where none are kept. It outlives the call.</summary>
    public PacketCapture? Capture { get; }

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
                _bridgeLeg?.FromOthers.IsWanted = value == MediaSource.Peer;
                _core.Lines.Play(value);
            }

            Forward();
        }
    }

    /// <summary>Whether silence is sent in place of every sound; pictures go on.</summary>
    public bool IsMuted
    {
        get
        {
            lock (_gate)
            {
                return _core.Lines.IsMuted;
            }
        }

        set
        {
            lock (_gate)
            {
                _core.Lines.IsMuted = value;
                _core.Lines.Play(_source);
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
                return _core.Lines.AreHeldByPeer;
            }
        }
    }

    /// <summary>Keys that came otherwise than with the media, as in an INFO: the line's all the same.</summary>
    public void NoteDigits(string digits)
    {
        lock (_gate)
        {
            _core.Lines.Active.OfType<AudioLine>().FirstOrDefault()?.NoteDigits(digits);
        }
    }

    /// <summary>Presses keys; false when the peer takes none, one is none, or too many wait already.</summary>
    public bool SendDigits(string digits)
    {
        lock (_gate)
        {
            return _core.Lines.Active.OfType<AudioLine>().FirstOrDefault()?.TrySend(digits) == true;
        }
    }

    public void Close()
    {
        lock (_gate)
        {
            _core.Close();
            Settle();
        }

        Forward();
        Announce();
    }

    public void Dispose() => Close();

    /// <summary>Something of this call has thrown: its media end, and its listeners are told.</summary>
    internal void Fail(Failure why)
    {
        Failure ??= why;
        Close();
    }

    /// <summary>Answers a check; false when it is not this call's.</summary>
    internal bool ReceiveCheck(in StunMessage check, SocketAddress from, IPacketPort port)
    {
        lock (_gate)
        {
            port = Capture?.Over(port) ?? port;
            Capture?.Received(check.Packet, from, port);
            var isOurs = _core.Transport.ReceiveStun(check, from, port);
            if (isOurs
                && check.UnknownAttributes.IsEmpty
                && _addresses.Count < AddressesMax
                && !_addresses.Contains(from))
            {
                var address = IceAgent.Copy(from);
                _addresses.Add(address);
                _table.Place(address, this);
            }

            return isOurs;
        }
    }

    internal void Receive(Span<byte> buffer, int length, PacketKind kind, SocketAddress from, IPacketPort port)
    {
        lock (_gate)
        {
            port = Capture?.Over(port) ?? port;
            Capture?.Received(buffer[..length], from, port);
            if (_core.Receive(buffer, length, kind, from, port) is { } digit)
            {
                _events.Enqueue(new MediaCallEvent(digit, null));
            }

            Settle();
        }

        Forward();
        Announce();
    }

    internal void Tick()
    {
        lock (_gate)
        {
            _core.Tick();
            Settle();
        }

        _bridgeLeg?.Join.Tick(this);
        Forward();
        Announce();
    }

    // However often ICE restarts, only the last two names lead here.
    private void Name()
    {
        var names = _core.Transport.Names;
        foreach (var old in _fragments.Where(f => !names.Contains(f)))
        {
            _table.Forget(old);
        }

        _fragments.IntersectWith(names);
        foreach (var name in names.Where(_fragments.Add))
        {
            _table.Name(name, this);
        }
    }

    private void Settle()
    {
        if (!_isConnected && _core.ConnectedAfter is not null)
        {
            _isConnected = true;
            _events.Enqueue(default);
        }

        if (_core.Transport.End is { } end && !_released)
        {
            _released = true;
            _table.Remove(this, _fragments, _addresses);
            _core.Dispose();
            _wishes.Recording?.End();
            _events.Enqueue(new MediaCallEvent(null, end));
        }
    }

    private void Announce()
    {
        while (_events.TryDequeue(out var happened))
        {
            switch (happened)
            {
                case { Digit: { } digit }:
                    DigitHeard?.Invoke(this, digit);
                    break;
                case { End: { } end }:
                    Ended?.Invoke(this, end);
                    break;
                default:
                    TellConnected();
                    break;
            }
        }
    }

    private void TellConnected()
    {
        Action<MediaCall>? listeners;
        lock (_gate)
        {
            _hasTold = true;
            listeners = _connected;
        }

        listeners?.Invoke(this);
    }
}
