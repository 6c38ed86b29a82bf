namespace CecSim.LoadTests.Customers;

/// <summary>As many connections as are in use at once.</summary>
internal sealed class RawPool(Uri address) : IDisposable
{
    private readonly ConcurrentBag<RawConnection> _idle = [];

    public async ValueTask<int> AskAsync(ReadOnlyMemory<byte> request, CancellationToken ends)
    {
        var connection = _idle.TryTake(out var idle) ? idle : await RawConnection.OpenAsync(address, ends);
        try
        {
            var status = await connection.AskAsync(request, ends);
            if (connection.IsLeft)
            {
                connection.Dispose();
            }
            else
            {
                _idle.Add(connection);
            }

            return status;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        while (_idle.TryTake(out var connection))
        {
            connection.Dispose();
        }
    }
}
