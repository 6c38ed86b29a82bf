using System.Diagnostics;
using CecSim.Pacts.Tests.Foreign;

namespace CecSim.Pacts.Tests.Customer;

/// <summary>The sample of a customer's server, on a free port.</summary>
internal sealed class CustomerServer : IAsyncDisposable
{
    private readonly Process _process;

    private CustomerServer(Process process, Uri address)
    {
        _process = process;
        Address = address;
    }

    public Uri Address { get; }

    public static async Task<CustomerServer> StartAsync(string? broken = null)
    {
        var process = Node.Start("sample-customer.mjs", broken is null ? [] : ["--broken", broken]);
        var address = await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken)
            ?? throw new InvalidOperationException(await process.StandardError.ReadToEndAsync());
        return new CustomerServer(process, new Uri(address));
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
