using System.Net.Sockets;

namespace CecSim.Telephony.WebRtc.Transport;

/// <summary>One UDP socket with one receive loop: two would turn packets round.</summary>
internal sealed class UdpEndpoint : IPacketPort, IAsyncDisposable
{
    /// <summary>No packet of WebRTC is longer than an Ethernet frame takes.</summary>
    private const int PacketMax = 1900;
    private const int BufferLength = 2048;

    // A burst of key frames from a hundred browsers should not be lost before it is read.
    private const int SocketBufferLength = 4 << 20;
    private const int WindowsConnectionReset = -1744830452;

    private readonly Socket _socket;
    private Task _loop = Task.CompletedTask;
    private Action? _leave;
    private volatile bool _isClosing;

    public UdpEndpoint(IPEndPoint bind)
    {
        _socket = new Socket(bind.AddressFamily, SocketType.Dgram, ProtocolType.Udp)
        {
            ReceiveBufferSize = SocketBufferLength,
            SendBufferSize = SocketBufferLength,
        };
        if (OperatingSystem.IsWindows())
        {
            // There, a peer that is gone would make the next receive fail.
            _socket.IOControl(WindowsConnectionReset, [0], null);
        }

        try
        {
            _socket.Bind(bind);
        }
        catch
        {
            _socket.Dispose();
            throw;
        }

        Local = (IPEndPoint)_socket.LocalEndPoint!;
    }

    public IPEndPoint Local { get; }

    /// <summary>Packets come from here on, so whoever takes them has to be ready.</summary>
    /// <param name="fail">Whose packets they are, if all are of one; null where they are many's.</param>
    public void Start(PacketHandler handler, Guard guard, Action<Failure>? fail = null) =>
        _loop = guard.RunAsync("media port", () => ReceiveAsync(handler, guard, fail));

    /// <summary>
    /// The same for the port of many calls: at 10,000 packets a second a thread that waits for them costs half of what
    /// it costs to hand each wait to the pool.
    /// </summary>
    public void StartOnThread(PacketHandler handler, Guard guard) =>
        _loop = guard.RunOnThreadAsync("media port", () => Receive(handler, guard));

    /// <summary>The same for one of many ports, each of which has little to receive.</summary>
    public void StartOn(SharedReceiveLoop loop, PacketHandler handler, Guard guard, Action<Failure>? fail)
    {
        // Linux says that there is a packet before it has looked whether the packet is damaged.
        _socket.ReceiveTimeout = 1;
        var id = loop.Start(_socket, buffers => ReceiveOnce(buffers, handler, guard, fail));
        _leave = () => loop.Remove(id);
    }

    public void Send(ReadOnlySpan<byte> packet, SocketAddress to)
    {
        try
        {
            _socket.SendTo(packet, SocketFlags.None, to);
        }
        catch (SocketException)
        {
            // UDP promises nothing: a full buffer or a vanished route is a lost packet.
        }
        catch (ObjectDisposedException)
        {
            // The port closes while a call still speaks.
        }
    }

    /// <summary>Nobody waits for its loop, which may be where this is called.</summary>
    public void GiveBack()
    {
        _isClosing = true;
        _leave?.Invoke();
        _socket.Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        GiveBack();
        await _loop;
    }

    private async Task ReceiveAsync(PacketHandler handler, Guard guard, Action<Failure>? fail)
    {
        // Packets that wait already must not be handled on the thread that places a call.
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        var (buffer, from) = (NewBuffer(), new SocketAddress(_socket.AddressFamily));
        while (true)
        {
            try
            {
                var length = await _socket.ReceiveFromAsync(buffer.AsMemory(0, PacketMax), SocketFlags.None, from)
                    .ConfigureAwait(false);
                handler(buffer, length, from, this);
            }
            catch (Exception e)
            {
                if (IsOver(e, guard, fail))
                {
                    return;
                }
            }
        }
    }

    private void Receive(PacketHandler handler, Guard guard)
    {
        var (buffer, from) = (NewBuffer(), new SocketAddress(_socket.AddressFamily));
        while (true)
        {
            try
            {
                var length = _socket.ReceiveFrom(buffer.AsSpan(0, PacketMax), SocketFlags.None, from);
                handler(buffer, length, from, this);
            }
            catch (Exception e)
            {
                if (IsOver(e, guard, fail: null))
                {
                    return;
                }
            }
        }
    }

    private void ReceiveOnce(ReceiveBuffers buffers, PacketHandler handler, Guard guard, Action<Failure>? fail)
    {
        try
        {
            var from = buffers.From(_socket.AddressFamily);
            var length = _socket.ReceiveFrom(buffers.Packet.AsSpan(0, PacketMax), SocketFlags.None, from);
            handler(buffers.Packet, length, from, this);
        }
        catch (Exception e)
        {
            IsOver(e, guard, fail);
        }
    }

    internal static byte[] NewBuffer() => GC.AllocateUninitializedArray<byte>(BufferLength, pinned: true);

    private bool IsOver(Exception e, Guard guard, Action<Failure>? fail)
    {
        switch (e)
        {
            case ObjectDisposedException:
                return true;
            case SocketException:
                // Most are about some packet sent before; the socket goes on, unless this one ends its wait.
                return _isClosing;
            default:
                guard.Report("media port", e, fail);
                return false;
        }
    }
}
