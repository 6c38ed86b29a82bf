using System.Collections.Concurrent;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace CecSim.Telephony.WebRtc.Transport;

/// <summary>
/// One thread that receives for many sockets, by Linux' epoll. A wait of its own for each of a thousand sockets goes
/// over the pool, and costs a packet twice what the rest of its way does.
/// </summary>
internal sealed partial class SharedReceiveLoop : IAsyncDisposable
{
    private const int EventsMax = 64;
    private const int CloseOnExec = 0x80000;
    private const int Add = 1;
    private const uint Readable = 1;
    private const int Interrupted = 4;

    // Only on x86 the number that comes back with an event follows its flags at once.
    private static readonly int EventLength =
        RuntimeInformation.ProcessArchitecture is Architecture.X64 or Architecture.X86 ? 12 : 16;

    private readonly ConcurrentDictionary<long, Action<ReceiveBuffers>> _receivers = new();
    private readonly SafeFileHandle _epoll;
    private readonly Socket _wake = new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
    private readonly Task _loop;
    private long _last;
    private bool _isClosed;
    private volatile bool _isClosing;

    private SharedReceiveLoop(SafeFileHandle epoll, Guard guard)
    {
        _epoll = epoll;
        _wake.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        Watch(_wake, id: 0);
        _loop = guard.RunOnThreadAsync("media port", Run);
    }

    /// <summary>Null where the system has none: then each socket waits for itself.</summary>
    public static SharedReceiveLoop? TryOpen(Guard guard)
    {
        if (!OperatingSystem.IsLinux())
        {
            return null;
        }

        try
        {
            var epoll = EpollCreate(CloseOnExec);
            return epoll < 0 ? null : new SharedReceiveLoop(new SafeFileHandle(epoll, ownsHandle: true), guard);
        }
        catch (Exception e) when (e is DllNotFoundException or EntryPointNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Calls for one receive whenever there is something to receive.</summary>
    /// <returns>By which it is removed.</returns>
    public long Start(Socket socket, Action<ReceiveBuffers> receive)
    {
        var id = Interlocked.Increment(ref _last);
        _receivers[id] = receive;
        Watch(socket, id);
        return id;
    }

    /// <summary>A socket that is closed is no longer watched by itself.</summary>
    public void Remove(long id) => _receivers.TryRemove(id, out _);

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isClosed, true))
        {
            return;
        }

        _isClosing = true;
        _wake.SendTo([0], _wake.LocalEndPoint!);
        await _loop;
        _wake.Dispose();
        _epoll.Dispose();
    }

    private void Watch(Socket socket, long id)
    {
        Span<byte> wanted = stackalloc byte[EventLength];
        MemoryMarshal.Write(wanted, Readable);
        MemoryMarshal.Write(wanted[(EventLength - sizeof(long))..], id);
        if (EpollControl(_epoll, Add, socket.SafeHandle, ref wanted[0]) < 0)
        {
            throw new SocketException(Marshal.GetLastPInvokeError());
        }
    }

    private void Run()
    {
        var events = new byte[EventLength * EventsMax];
        var buffers = new ReceiveBuffers();
        while (!_isClosing)
        {
            var count = EpollWait(_epoll, ref events[0], EventsMax, timeout: -1);
            if (count < 0 && Marshal.GetLastPInvokeError() != Interrupted)
            {
                throw new SocketException(Marshal.GetLastPInvokeError());
            }

            for (var i = 0; i < count; i++)
            {
                var id = MemoryMarshal.Read<long>(events.AsSpan(((i + 1) * EventLength) - sizeof(long)));
                if (_receivers.TryGetValue(id, out var receive))
                {
                    receive(buffers);
                }
            }
        }
    }

    [LibraryImport("libc", EntryPoint = "epoll_create1", SetLastError = true)]
    private static partial int EpollCreate(int flags);

    [LibraryImport("libc", EntryPoint = "epoll_ctl", SetLastError = true)]
    private static partial int EpollControl(
        SafeFileHandle epoll, int operation, SafeSocketHandle socket, ref byte wanted);

    [LibraryImport("libc", EntryPoint = "epoll_wait", SetLastError = true)]
    private static partial int EpollWait(SafeFileHandle epoll, ref byte events, int eventsMax, int timeout);
}

/// <summary>What a thread receives into; whoever is given a packet has it until it returns.</summary>
internal sealed class ReceiveBuffers
{
    private readonly SocketAddress _fromV4 = new(AddressFamily.InterNetwork);
    private readonly SocketAddress _fromV6 = new(AddressFamily.InterNetworkV6);

    public byte[] Packet { get; } = UdpEndpoint.NewBuffer();

    public SocketAddress From(AddressFamily family) => family == AddressFamily.InterNetwork ? _fromV4 : _fromV6;
}
