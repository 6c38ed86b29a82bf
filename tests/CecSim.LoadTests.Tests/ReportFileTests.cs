using CecSim.LoadTests.Reports;

namespace CecSim.LoadTests.Tests;

public sealed class ReportFileTests
{
    /// <summary>The console opens such a file: its own tests read this one.</summary>
    [Fact]
    public async Task A_report_that_was_read_is_written_as_it_was()
    {
        var kept = Checkout.PathOf("tests", "vectors", "load-report.json");
        var folder = Directory.CreateTempSubdirectory("cecsim-report-");
        try
        {
            await ReportFiles.WriteAsync(
                folder.FullName, ReportFiles.Read(kept), [], TestContext.Current.CancellationToken);

            var written = File.ReadAllText(Path.Combine(folder.FullName, ReportFiles.JsonName));
            Assert.Equal(File.ReadAllText(kept), written);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
