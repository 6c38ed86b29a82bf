namespace CecSim.Tests;

/// <summary>For what moves in real time and tells nobody: looked at until it is so, within a limit.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan LimitMax = TimeSpan.FromMinutes(1);

    /// <param name="what">What is waited for, in words.</param>
    public static Task IsTrueAsync(string what, Func<bool> condition) =>
        IsTrueAsync(what, () => Task.FromResult(condition()));

    /// <inheritdoc cref="IsTrueAsync(string, Func{bool})"/>
    public static async Task IsTrueAsync(string what, Func<Task<bool>> condition)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(LimitMax);
        using var looks = new PeriodicTimer(Every);
        while (!await condition())
        {
            Assert.False(limit.IsCancellationRequested, $"Waited for a minute: {what}");
            await looks.WaitForNextTickAsync(CancellationToken.None);
        }
    }
}
