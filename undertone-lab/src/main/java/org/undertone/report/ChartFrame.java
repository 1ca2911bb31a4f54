package org.undertone.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.Locale;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.Styler;

/** What all charts share: white ground, thin grid, no legend of their own, readable letters. */
final class ChartFrame {
    /** Room for the numbers of the vertical axis, so that panels below each other line up. */
    private static final int LEFT = 62;

    private ChartFrame() {}

    static void apply(AxesChartStyler styler) {
        styler.setLocale(Locale.ROOT);
        styler.setBaseFont(Lettering.AXIS);
        styler.setChartTitleVisible(false).setChartTitleBoxVisible(false);
        styler.setChartBackgroundColor(Color.WHITE)
                .setPlotBackgroundColor(Color.WHITE)
                .setPlotBorderColor(Lettering.LINE)
                .setChartFontColor(Lettering.INK);
        styler.setLegendVisible(false).setAntiAlias(true).setTextAntiAlias(true).setChartPadding(6);
        styler.setPlotContentSize(1).setYAxisLeftWidthHint(LEFT);
        styler.setAxisTitleFont(Lettering.AXIS).setAxisTickLabelsFont(Lettering.TICK);
        styler.setAxisTickLabelsColor(Lettering.INK).setAxisTickMarksColor(Lettering.LINE);
        styler.setAxisTickMarksStroke(new BasicStroke(1))
                .setAxisTickMarkLength(4)
                .setAxisTickPadding(5);
        styler.setPlotGridLinesColor(Lettering.GRID).setPlotGridLinesStroke(new BasicStroke(1));
        styler.setPlotTicksMarksVisible(false)
                .setPlotGridVerticalLinesVisible(false)
                .setPlotMargin(0)
                .setAxisTicksLineVisible(false);
        styler.setToolTipType(null);
    }

    /** Sets the vertical range, a little beyond the data, and as many decimals as it needs. */
    static void range(AxesChartStyler styler, double low, double high) {
        double span = high - low;
        double padding = span > 1e-9 ? 0.06 * span : 0.05;
        styler.setYAxisMin(low - padding).setYAxisMax(high + padding);
        styler.setYAxisDecimalPattern(span < 0.05 ? "0.000" : span < 8 ? "0.00" : "#,##0");
        styler.setYAxisTickMarkSpacingHint(38);
    }

    static void hideHorizontalAxis(Styler styler) {
        AxesChartStyler axes = (AxesChartStyler) styler;
        axes.setXAxisTicksVisible(false).setXAxisTitleVisible(false);
    }
}
