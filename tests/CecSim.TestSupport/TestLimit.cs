using System.Reflection;
using Xunit.v3;

namespace CecSim.Tests;

/// <summary>
/// A limit for each test of the assembly, whatever it waits for: first its token is cancelled, then, if it does not
/// heed that, the process ends and says which test it was.
/// </summary>
[AttributeUsage(AttributeTargets.Assembly)]
internal sealed class TestLimitAttribute : BeforeAfterTestAttribute
{
    // For machines that do much else besides: nothing here takes a minute on one that does not.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Farewell = TimeSpan.FromMinutes(2);

    private static readonly ConcurrentDictionary<string, Timer> Running = new();

    public override void Before(MethodInfo methodUnderTest, IXunitTest test)
    {
        var (name, context, isCancelled) = (test.TestDisplayName, TestContext.Current, false);
        Running[test.UniqueID] = new Timer(
            _ =>
            {
                if (isCancelled)
                {
                    Environment.FailFast($"{name} does not end: it was cancelled {Farewell.TotalMinutes} minutes ago.");
                }

                isCancelled = true;
                Console.Error.WriteLine($"{name} takes more than {Patience.TotalMinutes} minutes: cancelled.");
                context.CancelCurrentTest();
            },
            state: null,
            Patience,
            Farewell);
    }

    public override void After(MethodInfo methodUnderTest, IXunitTest test)
    {
        if (Running.TryRemove(test.UniqueID, out var limit))
        {
            limit.Dispose();
        }
    }
}
