namespace CecSim.Cli.Tests.Machine;

/// <summary>A server that another program has started ends with that program, however it ends.</summary>
public sealed class InputEndTests
{
    [Fact]
    public async Task A_server_that_was_told_so_ends_in_order_when_its_input_ends()
    {
        await using var cecsim = await CecSimProcess.ServeAsync("--until-input-ends");
        using var customer = await Customer.SignInAsync(cecsim.Address);

        // The newer of two polls releases the older one: once that is back, the other is surely held.
        Task<string>[] polls = [customer.GetEventAsync(), customer.GetEventAsync()];
        var released = await Task.WhenAny(polls);
        var held = polls.Single(p => p != released);
        var exitCode = await cecsim.EndInputAsync();

        Assert.Equal("""{"resultCode":"0","resultDesc":"ClickToCall polled without any events"}""", await held);
        Assert.Equal(0, exitCode);
        Assert.Empty(await cecsim.ReadErrorsToEndAsync());
    }

    [Fact]
    public async Task A_server_that_was_told_so_still_ends_with_Ctrl_C()
    {
        await using var cecsim = await CecSimProcess.ServeAsync("--until-input-ends");

        Assert.Equal(0, await cecsim.InterruptAsync());
    }
}
