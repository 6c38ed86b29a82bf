namespace CecSim.Server.Tests.Problems;

/// <summary>A JSON body whose second half never comes.</summary>
internal sealed class HalfBody : HttpContent
{
    private readonly TaskCompletionSource _isHalfSent = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public HalfBody() => Headers.ContentType = new("application/json");

    public Task IsHalfSent => _isHalfSent.Task;

    protected override async Task SerializeToStreamAsync(
        Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        await stream.WriteAsync("{\"channel\":"u8.ToArray(), cancellationToken);
        await stream.FlushAsync(cancellationToken);
        _isHalfSent.SetResult();
        await new TaskCompletionSource().Task.WaitAsync(cancellationToken);
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override bool TryComputeLength(out long length)
    {
        length = 20;
        return true;
    }
}
