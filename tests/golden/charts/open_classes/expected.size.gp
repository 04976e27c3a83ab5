# The chart of size, written by nachlese-charts. To draw it again: gnuplot size.gp
reset
set encoding utf8
set terminal svg noenhanced font "DejaVu Sans,14" size 640,361 background rgb "#ffffff"
set output "size.svg"
unset key
unset border
unset ytics
set lmargin at screen 0.05000
set rmargin at screen 0.97500
set tmargin at screen 0.73130
set bmargin at screen 0.17729
set xrange [0:25]
set yrange [297.00:97.00]
unset xtics
set label 1 "Put in order of size\054 \071 stands in the middle\056" at screen 0.02500, first 28.00 left font "DejaVu Sans:Bold,18" textcolor rgb "#1a1a1a" front
set label 2 "How many are you\077" at screen 0.02500, first 53.50 left font "DejaVu Sans,13" textcolor rgb "#4d4d4d" front
set label 3 "\064" at screen 0.14250, first 127.50 center font "DejaVu Sans,14.5" textcolor rgb "#1a1a1a" front
set label 4 "\065" at screen 0.32750, first 87.50 center font "DejaVu Sans,14.5" textcolor rgb "#1a1a1a" front
set label 5 "\060" at screen 0.51250, first 287.50 center font "DejaVu Sans,14.5" textcolor rgb "#1a1a1a" front
set label 6 "\063" at screen 0.69750, first 167.50 center font "DejaVu Sans,14.5" textcolor rgb "#1a1a1a" front
set label 7 "\064" at screen 0.88250, first 127.50 center font "DejaVu Sans,14.5" textcolor rgb "#1a1a1a" front
set arrow 1 from screen 0.05000, first 297.00 to screen 0.97500, first 297.00 nohead back linewidth 1 linecolor rgb "#4d4d4d"
set label 8 "under\302\240\065" at screen 0.14250, first 309.50 center font "DejaVu Sans,13" textcolor rgb "#4d4d4d" front
set label 9 "\065 to\302\240\071" at screen 0.32750, first 309.50 center font "DejaVu Sans,13" textcolor rgb "#4d4d4d" front
set label 10 "\061\060 to\302\240\061\064" at screen 0.51250, first 309.50 center font "DejaVu Sans,13" textcolor rgb "#4d4d4d" front
set label 11 "\061\065 to\302\240\061\071" at screen 0.69750, first 309.50 center font "DejaVu Sans,13" textcolor rgb "#4d4d4d" front
set label 12 "\062\060 or more" at screen 0.88250, first 309.50 center font "DejaVu Sans,13" textcolor rgb "#4d4d4d" front
set label 13 "Source\072 Small survey \050\061\066\302\240answers\051" at screen 0.02500, first 336.50 left font "DejaVu Sans,13" textcolor rgb "#4d4d4d" front
$classes << EOD
# from, to, count, top (pixels)
0 5 4 137
5 10 5 97
10 15 0 297
15 20 3 177
20 25 4 137
EOD
plot $classes using (($1+$2)/2):4:1:2:(297.00):4 with boxxyerror fillstyle solid 1 border rgb "#ffffff" linewidth 1.5 fillcolor rgb "#7fb2db"
unset output
