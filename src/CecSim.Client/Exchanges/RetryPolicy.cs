using Polly;
using Polly.Retry;

namespace CecSim.Client.Exchanges;

/// <summary>Tries again what may go better the next time, with growing pauses, and never for ever.</summary>
internal sealed class RetryPolicy(CecClientOptions options, TimeProvider time)
{
    private readonly ResiliencePipeline<Attempt> _attempts = Pipeline(options, time);

    /// <returns>The last attempt, and how many there were.</returns>
    public async Task<(Attempt Last, int Count)> RunAsync(
        Func<CancellationToken, Task<Attempt>> attempt, CancellationToken cancellationToken)
    {
        var count = 0;
        var last = await _attempts.ExecuteAsync(
            async token =>
            {
                count++;
                return await attempt(token).ConfigureAwait(false);
            },
            cancellationToken).ConfigureAwait(false);
        return (last, count);
    }

    private static ResiliencePipeline<Attempt> Pipeline(CecClientOptions options, TimeProvider time) =>
        options.AttemptsMax == 1
            ? ResiliencePipeline<Attempt>.Empty
            : new ResiliencePipelineBuilder<Attempt> { TimeProvider = time }
                .AddRetry(new RetryStrategyOptions<Attempt>
                {
                    MaxRetryAttempts = options.AttemptsMax - 1,
                    BackoffType = DelayBackoffType.Exponential,
                    UseJitter = true,
                    Delay = options.BackOff,
                    MaxDelay = options.BackOffMax,
                    ShouldHandle = attempt => ValueTask.FromResult(attempt.Outcome.Result?.MayRepeat == true),
                    DelayGenerator = attempt => ValueTask.FromResult(Asked(attempt.Outcome.Result, options.BackOffMax)),
                })
                .Build();

    private static TimeSpan? Asked(Attempt? attempt, TimeSpan max) =>
        attempt is Attempt.Failed { RetryAfter: { } delay } ? (delay < max ? delay : max) : null;
}
