using System.Buffers;
using System.IO.Pipelines;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;

namespace CecSim.Server.Listeners;

/// <summary>
/// A connection as HTTP sees it, inside of TLS, with a knife to it: bytes that are no HTTP can be sent, and once it is
/// cut, what HTTP still writes is swallowed, so that the connection ends as cleanly as after a good answer.
/// </summary>
internal sealed class FaultableConnection : PipeWriter, IDuplexPipe
{
    private readonly ConnectionContext _connection;
    private readonly PipeReader _input;
    private readonly PipeWriter _output;
    private byte[] _swallowed = [];
    private byte[] _lines = [];
    private ArrayBufferWriter<byte>? _last;
    private volatile bool _isCut;

    private FaultableConnection(ConnectionContext connection)
    {
        _connection = connection;
        _input = connection.Transport.Input;
        _output = connection.Transport.Output;
    }

    public PipeReader Input => _input;

    public PipeWriter Output => this;

    public override bool CanGetUnflushedBytes => _output.CanGetUnflushedBytes;

    public override long UnflushedBytes => _isCut ? 0 : _output.UnflushedBytes + (_last?.WrittenCount ?? 0);

    /// <summary>By which listener it came, where that is one of loopback.</summary>
    public LoopbackListener? Loopback { get; private init; }

    /// <summary>What stands in front of the server; null for nothing.</summary>
    public ProxySettings? Proxies { get; private init; }

    /// <summary>Puts a wire between HTTP and whatever carries its bytes.</summary>
    /// <param name="loopback">The listener; null for one that other machines reach.</param>
    /// <param name="proxies">What stands in front of the server; null for nothing.</param>
    public static ConnectionDelegate Lay(
        ConnectionDelegate next, LoopbackListener? loopback, ProxySettings? proxies) => connection =>
    {
        var faultable = new FaultableConnection(connection) { Loopback = loopback, Proxies = proxies };
        connection.Transport = faultable;
        connection.Features.Set(faultable);
        return next(connection);
    };

    /// <summary>By which listener of loopback a request of this machine came; null if it may be another's.</summary>
    public static LoopbackListener? LoopbackOf(HttpContext http) =>
        http.Features.Get<FaultableConnection>() is { Loopback: { } loopback } faultable
            && faultable.Proxies?.MayComeFromElsewhere(http) != true
            ? loopback
            : null;

    /// <summary>Sends bytes behind HTTP's back; all that HTTP wrote before must have been flushed.</summary>
    public async Task SendAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken) =>
        await _output.WriteAsync(bytes, cancellationToken);

    /// <summary>
    /// Puts header lines into the answer that HTTP writes next, which ends the connection: one to a request that it
    /// refuses by itself, and whose headers nobody else can set.
    /// </summary>
    public void AddToLast(string lines)
    {
        _lines = Encoding.Latin1.GetBytes(lines);
        _last = new ArrayBufferWriter<byte>();
    }

    /// <summary>Nothing more reaches the client.</summary>
    public void Cut() => _isCut = true;

    /// <summary>Kills the connection at once; the client sees RST.</summary>
    public void Reset()
    {
        // Closing a socket that does not linger is what sends RST (RFC 9293, 3.10.4: abort).
        if (_connection.Features.Get<IConnectionSocketFeature>()?.Socket is { } socket)
        {
            socket.LingerState = new LingerOption(enable: true, seconds: 0);
        }

        _connection.Abort(new ConnectionAbortedException("A fault of the scenario reset the connection."));
    }

    public override Memory<byte> GetMemory(int sizeHint = 0) =>
        _isCut ? Swallow(sizeHint) : _last?.GetMemory(sizeHint) ?? _output.GetMemory(sizeHint);

    public override Span<byte> GetSpan(int sizeHint = 0) =>
        GetMemory(sizeHint).Span;

    public override void Advance(int bytes)
    {
        if (_isCut)
        {
            return;
        }

        if (_last is { } last)
        {
            last.Advance(bytes);
            return;
        }

        _output.Advance(bytes);
    }

    public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default)
    {
        ReleaseLast();
        return _isCut ? default : _output.FlushAsync(cancellationToken);
    }

    public override ValueTask<FlushResult> WriteAsync(
        ReadOnlyMemory<byte> source, CancellationToken cancellationToken = default)
    {
        if (_isCut)
        {
            return default;
        }

        if (_last is null)
        {
            return _output.WriteAsync(source, cancellationToken);
        }

        _last.Write(source.Span);
        return FlushAsync(cancellationToken);
    }

    public override void CancelPendingFlush() => _output.CancelPendingFlush();

    public override void Complete(Exception? exception = null)
    {
        ReleaseLast();
        _output.Complete(exception);
    }

    public override ValueTask CompleteAsync(Exception? exception = null)
    {
        ReleaseLast();
        return _output.CompleteAsync(exception);
    }

    // Behind the status line.
    private void ReleaseLast()
    {
        if (_last is not { WrittenCount: > 0 } last)
        {
            return;
        }

        _last = null;
        if (_isCut)
        {
            return;
        }

        var answer = last.WrittenSpan;
        var head = answer.IndexOf("\r\n"u8) + 2;
        _output.Write(answer[..head]);
        _output.Write(_lines);
        _output.Write(answer[head..]);
    }

    private Memory<byte> Swallow(int sizeHint)
    {
        if (_swallowed.Length < Math.Max(sizeHint, 1))
        {
            _swallowed = new byte[Math.Max(sizeHint, 4096)];
        }

        return _swallowed;
    }
}
