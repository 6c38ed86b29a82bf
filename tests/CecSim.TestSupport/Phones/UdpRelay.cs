namespace CecSim.Tests;

/// <summary>
/// Stands between one client and a gateway on real sockets. Media and reports pass through its networks; what sets a
/// call up is not touched.
/// </summary>
internal sealed class UdpRelay : IAsyncDisposable
{
    private readonly Socket _front = Bound();
    private readonly Socket _back = Bound();
    private readonly EndPoint _gateway;
    private readonly PriorityQueue<(byte[] Packet, Socket By, EndPoint To), (long Due, int Order)> _onTheWay = new();
    private readonly CancellationTokenSource _ends = new();
    private readonly SemaphoreSlim _wake = new(0);
    private readonly Lock _gate = new();
    private readonly List<Task> _loops;
    private EndPoint _client = new IPEndPoint(IPAddress.Loopback, 9);
    private int _order;

    public UdpRelay(IPEndPoint gateway, Network up, Network down)
    {
        _gateway = gateway;
        (Up, Down) = (up, down);
        _loops =
        [
            Task.Run(() => TakeAsync(_front, up, isUp: true)),
            Task.Run(() => TakeAsync(_back, down, isUp: false)),
            Task.Run(SendAsync),
        ];
    }

    public Network Up { get; }

    public Network Down { get; }

    public int Port => ((IPEndPoint)_front.LocalEndPoint!).Port;

    public async ValueTask DisposeAsync()
    {
        await _ends.CancelAsync();
        await Task.WhenAll(_loops).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _front.Dispose();
        _back.Dispose();
        _ends.Dispose();
        _wake.Dispose();
    }

    private static Socket Bound()
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp)
        {
            ReceiveBufferSize = 1 << 20,
        };
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return socket;
    }

    private async Task TakeAsync(Socket socket, Network network, bool isUp)
    {
        var buffer = new byte[2048];
        while (true)
        {
            var got = await socket.ReceiveFromAsync(
                buffer, SocketFlags.None, new IPEndPoint(IPAddress.Any, 0), _ends.Token);
            var packet = buffer[..got.ReceivedBytes];
            lock (_gate)
            {
                // A browser checks from each of its addresses and sends from one.
                _client = isUp ? got.RemoteEndPoint : _client;
                if ((Network.IsMedia(packet) ? network.Pass(packet) : TimeSpan.Zero) is { } late)
                {
                    var due = TimeProvider.System.GetTimestamp()
                        + (long)(late.TotalSeconds * TimeProvider.System.TimestampFrequency);
                    _onTheWay.Enqueue(
                        (packet, isUp ? _back : _front, isUp ? _gateway : _client), (due, _order++));
                }
            }

            _wake.Release();
        }
    }

    private async Task SendAsync()
    {
        while (true)
        {
            TimeSpan? wait = null;
            lock (_gate)
            {
                while (_onTheWay.TryPeek(out var next, out var when))
                {
                    wait = TimeProvider.System.GetElapsedTime(TimeProvider.System.GetTimestamp(), when.Due);
                    if (wait > TimeSpan.Zero)
                    {
                        break;
                    }

                    _onTheWay.Dequeue();
                    next.By.SendTo(next.Packet, next.To);
                    wait = null;
                }
            }

            var until = wait is { } late ? late + TimeSpan.FromMilliseconds(1) : Timeout.InfiniteTimeSpan;
            await _wake.WaitAsync(until, _ends.Token);
        }
    }
}
