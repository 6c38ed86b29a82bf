using System.Net;
using System.Net.Sockets;

namespace CecSim.Telephony.WebRtc.Transport;

/// <summary>
/// Takes a packet; the buffer has room behind it for what encryption adds, and is the port's again on return.
/// </summary>
internal delegate void PacketHandler(Span<byte> buffer, int length, SocketAddress from);

/// <summary>One UDP socket with one receive loop: two would turn packets round.</summary>
internal sealed class PacketPort : IAsyncDisposable
{
    /// <summary>No packet of WebRTC is longer than an Ethernet frame takes.</summary>
    private const int PacketMax = 1900;
    private const int BufferLength = 2048;

    // A burst of key frames from a hundred browsers should not be lost before it is read.
    private const int SocketBufferLength = 4 << 20;
    private const int WindowsConnectionReset = -1744830452;

    private readonly Socket _socket;
    private readonly PacketHandler _handler;
    private Task _loop = Task.CompletedTask;
    private long _faults;

    public PacketPort(IPEndPoint bind, PacketHandler handler)
    {
        _handler = handler;
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

        _socket.Bind(bind);
        Local = (IPEndPoint)_socket.LocalEndPoint!;
    }

    public IPEndPoint Local { get; }

    /// <summary>
    /// Packets whose handling threw. Each is a defect of the gateway, and none may end the other calls.
    /// </summary>
    public long Faults => Interlocked.Read(ref _faults);

    /// <summary>Packets come from here on, so whoever takes them has to be ready.</summary>
    public void Start() => _loop = Task.Run(ReceiveAsync);

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

    public async ValueTask DisposeAsync()
    {
        _socket.Dispose();
        await _loop;
    }

    private async Task ReceiveAsync()
    {
        var buffer = GC.AllocateUninitializedArray<byte>(BufferLength, pinned: true);
        var from = new SocketAddress(_socket.AddressFamily);
        while (true)
        {
            try
            {
                var length = await _socket.ReceiveFromAsync(buffer.AsMemory(0, PacketMax), SocketFlags.None, from)
                    .ConfigureAwait(false);
                _handler(buffer, length, from);
            }
            catch (ObjectDisposedException)
            {
                return;
            }
            catch (SocketException e) when (e.SocketErrorCode == SocketError.OperationAborted)
            {
                return;
            }
            catch (SocketException)
            {
                // The error was about some packet sent before; the socket goes on.
            }
            catch (Exception)
            {
                Interlocked.Increment(ref _faults);
            }
        }
    }
}
